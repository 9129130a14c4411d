package org.silkthread.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/** Signing in through the page, as people do. */
final class SignIn {

    private SignIn() {}

    static Page as(Demonstration.Account account, BrowserContext context) {
        return at(Demonstration.running().at(""), account, context);
    }

    /** The same, at another installation. */
    static Page at(String address, Demonstration.Account account, BrowserContext context) {
        Page page = context.newPage();
        page.navigate(address + "/sign-in");
        page.getByLabel("Username").fill(account.username());
        page.getByLabel("Password").first().fill(account.password());
        Press.button(page, "Sign in");
        page.getByLabel("Six-digit code").fill(AuthenticatorApp.code(account));
        Press.button(page, "Continue");
        assertThat(page.url()).as("address after signing in").doesNotContain("/sign-in");
        return page;
    }
}
