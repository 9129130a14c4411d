package org.silkthread.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Follows the links from the home page and judges a page of every kind by the rules of WCAG 2.2 AA. */
class AccessibilityTest {

    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int OF_EACH_KIND = 1;

    private static Chromium chromium;
    private static final Demonstration DEMO = Demonstration.running();

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void every_kind_of_public_page_meets_wcag_2_2_aa_and_no_link_is_broken() {
        try (BrowserContext context = chromium.desktop()) {
            assertThat(faultsFrom("/", context)).isEmpty();
        }
    }

    @Test
    void every_kind_of_public_page_fits_a_phone_and_a_320_pixel_window() {
        try (BrowserContext context = chromium.phone()) {
            Page page = context.newPage();
            page.setViewportSize(320, 640);
            List<String> wide = new ArrayList<>();
            for (String path : walk("/", context)) {
                page.navigate(DEMO.at(path));
                int width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
                if (width > 320) {
                    wide.add(path + " is " + width + " pixels wide");
                }
            }
            assertThat(wide).isEmpty();
        }
    }

    @Test
    void the_pages_of_the_signed_in_meet_wcag_2_2_aa() {
        Map<String, String> homes = new LinkedHashMap<>();
        homes.put("QUALITY_LEAD", "/provider");
        homes.put("ACCOUNTABLE_OFFICER", "/provider");
        homes.put("COMMISSIONER", "/commissioner");
        homes.put("REGULATOR", "/regulator");
        List<String> faults = new ArrayList<>();
        homes.forEach((role, home) -> {
            try (BrowserContext context = chromium.desktop()) {
                SignIn.as(DEMO.account(role), context);
                faults.addAll(faultsFrom(home, context));
            }
        });
        assertThat(faults).isEmpty();
    }

    private static List<String> faultsFrom(String start, BrowserContext context) {
        List<String> faults = new ArrayList<>();
        Page page = context.newPage();
        for (String path : walk(start, context)) {
            page.navigate(DEMO.at(path));
            for (Rule rule : new AxeBuilder(page).withTags(WCAG_22_AA).analyze().getViolations()) {
                faults.add(path + ": " + rule.getId() + ", " + rule.getHelp() + " "
                        + rule.getNodes().getFirst().getHtml());
            }
        }
        return faults;
    }

    /** Paths reached by links alone, {@value #OF_EACH_KIND} of each kind; every one of them answers. */
    private static List<String> walk(String start, BrowserContext context) {
        Map<String, List<String>> byKind = new LinkedHashMap<>();
        Deque<String> toVisit = new ArrayDeque<>(List.of(start));
        Page page = context.newPage();
        while (!toVisit.isEmpty()) {
            String path = toVisit.remove();
            List<String> seen = byKind.computeIfAbsent(kind(path), kind -> new ArrayList<>());
            if (seen.contains(path) || seen.size() >= OF_EACH_KIND) {
                continue;
            }
            Response response = page.navigate(DEMO.at(path));
            assertThat(response.status()).as(path).isLessThan(400);
            seen.add(path);
            for (Locator link : page.locator("a[href]").all()) {
                String target = link.getAttribute("href");
                if (isPage(target)) {
                    toVisit.add(target.replaceFirst("#.*", ""));
                }
            }
        }
        page.close();
        return byKind.values().stream().flatMap(List::stream).toList();
    }

    private static boolean isPage(String target) {
        return target.startsWith("/")
                && !target.startsWith("//")
                && !target.startsWith("/api/")
                && !target.startsWith("/assets/")
                && !target.matches(".*\\.(csv|json|pdf|ndjson)(\\?.*)?$");
    }

    /** Pages drawn by one template have one kind: identifiers and questions are left out of the path. */
    private static String kind(String path) {
        return path.replaceFirst("\\?.*", "?")
                .replaceAll("/(figures|organisations|cuts|indicators|evidence|rights|promises)/[^/?]+", "/$1/{id}")
                .replaceAll("/\\d[^/?]*", "/{n}")
                .replaceAll("/[A-Z0-9]{3,6}(?=/|$|\\?)", "/{code}");
    }
}
