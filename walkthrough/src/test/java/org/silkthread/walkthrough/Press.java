package org.silkthread.walkthrough;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/**
 * Presses what leads to another page and returns when that page has loaded. A click by itself may return while the old
 * page still stands, and whoever looks then sees half of the new one, without its style sheet.
 */
final class Press {

    private Press() {}

    static void button(Page page, String name) {
        through(
                page,
                page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true)));
    }

    static void link(Page page, String name) {
        through(
                page,
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                        .first());
    }

    static void through(Page page, Locator thing) {
        page.waitForNavigation(() -> thing.click());
    }
}
