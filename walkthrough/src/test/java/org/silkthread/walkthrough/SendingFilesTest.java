package org.silkthread.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A provider's file, sent from the provider's machine with a token that their quality lead made on the page. */
class SendingFilesTest {

    private static final Demonstration DEMO = Demonstration.running();
    private static final Demonstration.Account LEAD = DEMO.account("QUALITY_LEAD");
    private static final String HEADER = "indicator,organisation,service_line,period,numerator,denominator\n";
    private static final String MEASURE = "hip-replacement-readmission-28,";

    @TempDir
    Path folder;

    @Test
    void given_a_token_made_on_the_page_then_the_command_sends_files_with_it_and_never_shows_it() throws IOException {
        String token = token();

        SilkProcess.Outcome good = send("good.csv", MEASURE + LEAD.organisation() + ",,2019-01,12,300\n", token);
        assertThat(good.exitCode()).as(good.words()).isZero();
        assertThat(good.words()).contains("good.csv: checked, nothing changed. 1 rows read");

        SilkProcess.Outcome bad = send("bad.csv", MEASURE + LEAD.organisation() + ",,2019-01,twelve,300\n", token);
        assertThat(bad.exitCode()).isEqualTo(1);
        assertThat(bad.words()).contains("bad.csv line 2, column numerator: found 'twelve'");

        SilkProcess.Outcome foreign = send("foreign.csv", MEASURE + "XXX,,2019-01,12,300\n", token);
        assertThat(foreign.exitCode()).isEqualTo(1);
        assertThat(foreign.words()).contains("found 'XXX', expected an organisation that you may send for");

        SilkProcess.Outcome wrong = send("good.csv", "", "silk_" + "0".repeat(49));
        assertThat(wrong.exitCode()).isEqualTo(1);
        assertThat(wrong.words()).contains("answered 401").contains("reference");

        for (SilkProcess.Outcome outcome : new SilkProcess.Outcome[] {good, bad, foreign, wrong}) {
            assertThat(outcome.words()).doesNotContain(token).doesNotContain("0000000");
        }
    }

    private SilkProcess.Outcome send(String name, String rows, String token) throws IOException {
        Path file = Files.writeString(folder.resolve(name), HEADER + rows);
        return SilkProcess.run(
                folder,
                "import",
                "indicator-values",
                file.toString(),
                "--server",
                DEMO.at(""),
                "--token",
                token,
                "--dry-run");
    }

    private static String token() {
        try (Chromium chromium = new Chromium();
                BrowserContext context = chromium.desktop()) {
            Page page = SignIn.as(LEAD, context);
            page.navigate(DEMO.at("/me/tokens"));
            page.getByLabel("What do you call it?").fill("nightly upload");
            page.locator("input[value='import:indicator-values']").check();
            Press.button(page, "Make the token");
            return page.locator("code").first().textContent().strip();
        }
    }
}
