package org.silkthread.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/** Signing in through the page, as people do. */
final class SignIn {

    private SignIn() {}

    static Page as(Demonstration.Account account, BrowserContext context) {
        Page page = context.newPage();
        page.navigate(Demonstration.running().at("/sign-in"));
        page.getByLabel("Username").fill(account.username());
        page.getByLabel("Password").first().fill(account.password());
        Press.button(page, "Sign in");
        page.getByLabel("Six-digit code").fill(AuthenticatorApp.code(account));
        Press.button(page, "Continue");
        assertThat(page.url()).as("address after signing in").doesNotContain("/sign-in");
        return page;
    }
}
