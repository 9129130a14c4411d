package org.silkthread.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Follows the links from the home page and judges a page of every kind by the rules of WCAG 2.2 AA. */
class AccessibilityTest {

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
    void check_50_every_kind_of_page_meets_wcag_2_2_aa_fits_320_pixels_and_has_no_broken_link() {
        Set<String> judged = new HashSet<>();
        List<String> faults = new ArrayList<>();
        try (BrowserContext context = chromium.desktop()) {
            faults.addAll(faultsFrom("/", context, judged));
        }
        Map<String, String> homes = new LinkedHashMap<>();
        homes.put("QUALITY_LEAD", "/provider");
        homes.put("ACCOUNTABLE_OFFICER", "/provider");
        homes.put("COMMISSIONER", "/commissioner");
        homes.put("REGULATOR", "/regulator");
        homes.put("ANALYST", "/analyst");
        homes.put("NATIONAL", "/me");
        homes.put("CLINICIAN", "/care");
        homes.put("PRIVACY_OFFICER", "/privacy-officer");
        homes.put("ACCESS_ADMINISTRATOR", "/people");
        homes.put("OPERATOR", "/feeds");
        homes.put("PATIENT", "/me");
        homes.forEach((role, home) -> {
            try (BrowserContext context = chromium.desktop()) {
                SignIn.as(DEMO.account(role), context);
                judged.remove(kind(home));
                judged.remove(kind("/me"));
                faults.addAll(faultsFrom(home, context, judged));
                faults.addAll(faultsFrom("/me", context, judged));
            }
        });
        assertThat(faults).isEmpty();
        assertThat(judged).as("kinds of pages that were found").hasSizeGreaterThan(50);
    }

    /** Follows links until no new kind of page turns up; a kind that was judged before is not opened again. */
    private static List<String> faultsFrom(String start, BrowserContext context, Set<String> judged) {
        List<String> faults = new ArrayList<>();
        Deque<String> toVisit = new ArrayDeque<>(List.of(start));
        Page page = context.newPage();
        while (!toVisit.isEmpty()) {
            String path = toVisit.remove();
            if (judged.add(kind(path))) {
                PageJudge.narrow(page);
                Response response = page.navigate(DEMO.at(path));
                assertThat(response.status()).as(path).isLessThan(400);
                linked(page).stream()
                        .filter(AccessibilityTest::isPage)
                        .map(target -> target.replaceFirst("#.*", ""))
                        .forEach(toVisit::add);
                faults.addAll(PageJudge.faults(page));
            }
        }
        return faults;
    }

    /** The addresses of all links of a page, asked for at once: a question for each would take minutes. */
    private static List<String> linked(Page page) {
        List<?> targets = (List<?>)
                page.evaluate("() => [...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))");
        return targets.stream().map(String::valueOf).toList();
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
                .replaceAll(
                        "/(figures|organisations|cuts|indicators|evidence|rights|promises|feeds)/[^/?]+", "/$1/{id}")
                .replaceAll("/[0-9a-f]{8}-[0-9a-f-]{27}", "/{uuid}")
                .replaceAll("/\\d[^/?]*", "/{n}")
                .replaceAll("/[A-Z0-9]{3,6}(?=/|$|\\?)", "/{code}");
    }
}
