package org.silkthread.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A citizen looks after how they sign in. */
class OwnAppTest {

    private static final Demonstration DEMO = Demonstration.running();

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
    void a_citizen_takes_their_app_away_and_adds_another_and_every_page_of_it_meets_wcag() {
        // Whose app nobody else in these tests uses.
        Demonstration.Account citizen = DEMO.accounts("PATIENT").getLast();
        List<String> faults = new ArrayList<>();
        try (BrowserContext context = chromium.desktop()) {
            Page page = SignIn.as(citizen, context);
            PageJudge.narrow(page);
            page.navigate(DEMO.at("/me/sign-in"));
            judge(page, faults);
            Press.link(page, "Take the authenticator app away");
            judge(page, faults);
            page.getByLabel("Your password").fill(citizen.password());
            page.getByLabel("Six-digit code, or a recovery code").fill("000000");
            Press.button(page, "Take it away");
            page.getByText("Enter the six digits that your app shows now, or one of your recovery codes")
                    .first()
                    .waitFor();
            judge(page, faults);
            page.getByLabel("Your password").fill(citizen.password());
            page.getByLabel("Six-digit code, or a recovery code").fill(AuthenticatorApp.code(citizen));
            Press.button(page, "Take it away");

            page.getByText("You have no authenticator app").waitFor();
            judge(page, faults);
            Press.button(page, "Add an authenticator app");
            judge(page, faults);
            Demonstration.Account again = new Demonstration.Account(
                    citizen.persona(),
                    citizen.role(),
                    citizen.organisation(),
                    citizen.username(),
                    citizen.password(),
                    page.locator("#secret").innerText().replace(" ", ""));
            page.getByLabel("Your password").fill(citizen.password());
            page.getByLabel("Six-digit code").fill(AuthenticatorApp.code(again));
            Press.button(page, "Continue");
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Keep your recovery codes"))
                    .waitFor();
            judge(page, faults);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void check_28_a_double_click_without_a_script_ends_on_the_page_where_one_click_ends() {
        try (BrowserContext context = chromium.withoutScripts()) {
            Page page = SignIn.as(DEMO.account("CLINICIAN"), context);
            page.navigate(DEMO.at("/me/tokens"));
            page.getByLabel("What do you call it?").fill("clicked twice");
            page.getByRole(AriaRole.CHECKBOX).first().check();
            Press.button(page, "Make the token");
            page.navigate(DEMO.at("/me/tokens"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Revoke"))
                    .first()
                    .dblclick();
            // The second click's answer takes the place of the first one's; both lead to the list.
            page.locator("table").getByText("clicked twice").waitFor();
            assertThat(page.url()).endsWith("/me/tokens");
            assertThat(page.getByText("Reference number").count()).isZero();
        }
    }

    private static void judge(Page page, List<String> faults) {
        faults.addAll(PageJudge.faults(page));
        // The next page is drawn narrow from its beginning, as on a phone.
        PageJudge.narrow(page);
    }
}
