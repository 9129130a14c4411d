package org.silkthread.walkthrough;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Judges a page that is open: by the rules of WCAG 2.2 AA, and whether it fits a window of 320 pixels. With
 * {@code -Dsilkthread.pictures=FOLDER} it also leaves a picture of each page in both widths, for people to look at.
 */
final class PageJudge {

    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int NARROW = 320;

    /** The header folds its menu a moment after a window was narrowed, so a page has a second to fit. */
    private static final String SETTLED_WIDTH = """
            async wanted => {
                const width = () => document.documentElement.scrollWidth;
                const end = performance.now() + 1000;
                while (width() > wanted && performance.now() < end) {
                    await new Promise(drawn => requestAnimationFrame(drawn));
                }
                return width();
            }""";

    private static final String PICTURES = System.getProperty("silkthread.pictures", "");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private PageJudge() {}

    static void narrow(Page page) {
        page.setViewportSize(NARROW, 640);
    }

    /** What is wrong with the page, each with its address. */
    static List<String> faults(Page page) {
        String path = URI.create(page.url()).getPath();
        int number = NUMBER.incrementAndGet();
        List<String> faults = new ArrayList<>();
        narrow(page);
        int width = ((Number) page.evaluate(SETTLED_WIDTH, NARROW)).intValue();
        if (width > NARROW) {
            faults.add(path + " is " + width + " pixels wide in a window of " + NARROW);
        }
        picture(page, number, path, "narrow");
        page.setViewportSize(1280, 900);
        for (Rule rule : new AxeBuilder(page).withTags(WCAG_22_AA).analyze().getViolations()) {
            faults.add(path + ": " + rule.getId() + ", " + rule.getHelp() + " "
                    + rule.getNodes().getFirst().getHtml());
        }
        picture(page, number, path, "wide");
        return faults;
    }

    private static void picture(Page page, int number, String path, String width) {
        if (!PICTURES.isEmpty()) {
            String name = "%03d%s-%s.png".formatted(number, path.replaceAll("[^A-Za-z0-9]+", "_"), width);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(PICTURES, name))
                    .setFullPage(true));
        }
    }
}
