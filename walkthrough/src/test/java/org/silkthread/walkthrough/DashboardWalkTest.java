package org.silkthread.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The dashboard of the demonstration's emergency department: for its team, on the wall, and while it is changed. */
class DashboardWalkTest {

    private static final Demonstration DEMO = Demonstration.running();
    private static final String BOARD = "/dashboards/dzb-ed";
    private static final Pattern UPDATED = Pattern.compile("^Updated .* ago$");

    private static Chromium chromium;

    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void a_quality_lead_looks_at_it_now_and_then_changes_it_and_hangs_it_on_the_wall() {
        try (BrowserContext lead = chromium.desktop();
                BrowserContext room = chromium.desktop()) {
            Page page = SignIn.as(DEMO.account("QUALITY_LEAD"), lead);
            look(page, "/dashboards");
            look(page, BOARD);
            page.getByText(UPDATED).first().waitFor();
            String now = LocalDateTime.now(ZoneId.of("Europe/London"))
                    .format(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss"));
            look(page, BOARD + "?at=" + now);
            assertThat(page.content()).contains("What the screen on the wall said");
            look(page, "/dashboards/new");
            look(page, BOARD + "/change");
            page.getByLabel("Title").fill("Seen within 60 minutes");
            Press.button(page, "Add the tile and preview");
            judge(page);
            assertThat(page.content()).contains("Seen within 60 minutes");

            page.navigate(DEMO.at(BOARD + "/wall"));
            page.getByLabel("Where does it hang?").fill("waiting area");
            Press.button(page, "Open a screen");
            judge(page);
            String address = page.locator("#address").textContent().strip();

            Page wall = room.newPage();
            wall.navigate(DEMO.at(address));
            judge(wall);
            wall.getByText(UPDATED).first().waitFor();
            assertThat(room.cookies()).isEmpty();
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void a_screen_fits_a_television_without_scrolling() {
        try (BrowserContext lead = chromium.desktop();
                BrowserContext room = chromium.desktop()) {
            Page page = SignIn.as(DEMO.account("QUALITY_LEAD"), lead);
            page.navigate(DEMO.at(BOARD + "/wall"));
            page.getByLabel("Where does it hang?").fill("resuscitation");
            Press.button(page, "Open a screen");
            Page wall = room.newPage();
            wall.setViewportSize(1920, 1080);
            wall.navigate(DEMO.at(page.locator("#address").textContent().strip()));
            assertThat(((Number) wall.evaluate("document.documentElement.scrollHeight")).intValue())
                    .isLessThanOrEqualTo(1080);
        }
    }

    @Test
    void a_clinician_goes_from_the_number_to_the_cases() {
        try (BrowserContext context = chromium.desktop()) {
            Page page = SignIn.as(DEMO.account("CLINICIAN"), context);
            page.navigate(DEMO.at(BOARD));
            Press.through(page, page.locator("a[href*='/cases?tile=1']").first());
            judge(page);
            assertThat(page.locator("main table tbody tr").count()).isPositive();
        }
        assertThat(faults).isEmpty();
    }

    private void look(Page page, String path) {
        page.navigate(DEMO.at(path));
        judge(page);
    }

    private void judge(Page page) {
        faults.addAll(PageJudge.faults(page));
    }
}
