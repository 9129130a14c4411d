package org.silkthread.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Signing in through the page, as people do. */
final class SignIn {

    private SignIn() {}

    static Page as(Demonstration.Account account, BrowserContext context) {
        Page page = context.newPage();
        page.navigate(Demonstration.running().at("/sign-in"));
        page.getByLabel("Username").fill(account.username());
        page.getByLabel("Password").first().fill(account.password());
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
        page.getByLabel("Six-digit code").fill(AuthenticatorApp.code(account));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continue"))
                .click();
        assertThat(page.url()).as("address after signing in").doesNotContain("/sign-in");
        return page;
    }
}
