package org.silkthread.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the home page to a figure, and from the figure one click to everything that hangs on it. */
class GoldenThreadTest {

    private static final Demonstration DEMO = Demonstration.running();
    private static final Path PICTURES = Path.of("target", "pictures");

    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void by_links_alone_and_without_scripts_a_reader_comes_from_home_to_a_figure_and_along_every_strand() {
        try (BrowserContext context = chromium.withoutScripts()) {
            Page page = figureReachedFromHome(context);
            assertThat(page.locator("h1").innerText()).contains("4 hours");
            List<String> strands = page.locator(".silk-thread a[href]").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();
            assertThat(strands)
                    .as("strands of the thread")
                    .anyMatch(href -> href.contains("/indicators/"))
                    .anyMatch(href -> href.contains("/quality-account/"))
                    .anyMatch(href -> href.contains("/compare"))
                    .anyMatch(href -> href.contains("/cquin/"))
                    .anyMatch(href -> href.contains("/rights/"))
                    .anyMatch(href -> href.contains("/evidence/"));
            for (String strand : strands) {
                if (strand.startsWith("/")) {
                    Response response = page.navigate(DEMO.at(strand));
                    assertThat(response.status()).as(strand).isEqualTo(200);
                }
            }
        }
    }

    @Test
    void the_figure_can_be_read_on_a_desktop_and_on_a_phone() {
        try (BrowserContext desktop = chromium.desktop();
                BrowserContext phone = chromium.phone()) {
            picture(figureReachedFromHome(desktop), "figure-desktop.png");
            picture(figureReachedFromHome(phone), "figure-phone.png");
        }
    }

    @Test
    void check_50_with_the_keyboard_alone_a_reader_skips_to_the_content_and_sees_where_they_are() {
        try (BrowserContext context = chromium.desktop()) {
            Page page = context.newPage();
            page.navigate(DEMO.at("/"));
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("Skip to main content");
            for (int presses = 0; presses < 12; presses++) {
                page.keyboard().press("Tab");
                assertThat(page.evaluate("() => { const r = document.activeElement.getBoundingClientRect();"
                                + " return r.width > 0 && r.height > 0 && r.bottom > 0; }"))
                        .as("the focused element is visible")
                        .isEqualTo(true);
            }
        }
    }

    @Test
    void with_the_keyboard_alone_a_reader_comes_from_home_to_a_figure_its_table_and_its_account() {
        try (BrowserContext context = chromium.desktop()) {
            Page page = context.newPage();
            page.navigate(DEMO.at("/"));
            follow(page, "People seen in A&E within 4 hours");
            assertThat(page.url()).contains("/figures/ae-4-hour.");
            tabTo(page, "Show the figures");
            page.keyboard().press("Enter");
            assertThat(page.locator("details[open] table").first().isVisible()).isTrue();
            follow(page, "Definition in force");
            assertThat(page.url()).contains("/indicators/ae-4-hour");
        }
    }

    private static void follow(Page page, String words) {
        tabTo(page, words);
        page.waitForNavigation(() -> page.keyboard().press("Enter"));
    }

    /** Presses Tab until the element with these words has the focus, wrapping once from the end of the page. */
    private static void tabTo(Page page, String words) {
        for (int presses = 0; presses < 300; presses++) {
            if (focused(page).startsWith(words)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach '" + words + "' on " + page.url());
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("() => document.activeElement.innerText.trim()"));
    }

    private static Page figureReachedFromHome(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(DEMO.at("/"));
        click(page, "People seen in A&E within 4 hours");
        if (!page.url().contains("/indicators/")) {
            click(page, "Definition in force");
        }
        Press.through(
                page, page.locator("table a[href*='/figures/ae-4-hour.DZB']").first());
        assertThat(page.url()).contains("/figures/ae-4-hour.DZB");
        return page;
    }

    private static void click(Page page, String words) {
        Press.through(
                page,
                page.locator("main a", new Page.LocatorOptions().setHasText(words))
                        .first());
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setPath(PICTURES.resolve(name)).setFullPage(true));
    }
}
