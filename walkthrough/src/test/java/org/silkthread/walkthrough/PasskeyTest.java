package org.silkthread.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Passkeys in a real browser, whose authenticator is one that the browser plays. */
class PasskeyTest {

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
    void check_19_given_a_passkey_made_on_the_page_when_its_owner_signs_in_with_it_then_no_password_or_code_is_asked() {
        try (BrowserContext context = chromium.desktop()) {
            Page page = SignIn.as(DEMO.account("ANALYST"), context);
            CDPSession browser = context.newCDPSession(page);
            String device = device(browser);

            page.navigate(DEMO.at("/me/passkeys"));
            page.getByLabel("What do you call the passkey?").fill("test laptop");
            press(page, "Add a passkey");
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("test laptop"))
                    .waitFor();

            context.clearCookies();
            page.navigate(DEMO.at("/analyst"));
            assertThat(page.url()).contains("/sign-in");
            press(page, "Sign in with a passkey");
            page.waitForURL(address -> address.startsWith(DEMO.at("/analyst")));

            page.navigate(DEMO.at("/me/passkeys"));
            assertThat(page.content()).contains("Last used on");

            context.clearCookies();
            say(browser, device, false);
            page.navigate(DEMO.at("/sign-in"));
            press(page, "Sign in with a passkey");
            page.getByText("You were not signed in").waitFor();

            say(browser, device, true);
            press(page, "Sign in with a passkey");
            page.waitForURL(address -> !address.contains("/sign-in"));
            page.navigate(DEMO.at("/me/passkeys"));
            press(page, "Remove the passkey test laptop");
            page.getByText("You have no passkey").waitFor();

            context.clearCookies();
            page.navigate(DEMO.at("/sign-in"));
            press(page, "Sign in with a passkey");
            page.getByText("This passkey does not open an account here").waitFor();
        }
    }

    @Test
    void without_a_script_the_sign_in_page_offers_the_password_alone() {
        try (BrowserContext context = chromium.withoutScripts()) {
            Page page = context.newPage();
            page.navigate(DEMO.at("/sign-in"));
            assertThat(page.getByLabel("Password").first().isVisible()).isTrue();
            assertThat(page.getByText("Sign in with a passkey").first().isVisible())
                    .isFalse();
        }
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    /** Plugs an authenticator in that checks its owner; the browser plays it. */
    private static String device(CDPSession browser) {
        browser.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject asked = new JsonObject();
        asked.add("options", options);
        return browser.send("WebAuthn.addVirtualAuthenticator", asked)
                .get("authenticatorId")
                .getAsString();
    }

    /** Lets the authenticator say whether it is its owner who touches it. */
    private static void say(CDPSession browser, String device, boolean isOwner) {
        JsonObject said = new JsonObject();
        said.addProperty("authenticatorId", device);
        said.addProperty("isUserVerified", isOwner);
        browser.send("WebAuthn.setUserVerified", said);
    }
}
