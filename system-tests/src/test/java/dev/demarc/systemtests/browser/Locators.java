package dev.demarc.systemtests.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What a person looks for on a page, by role and name. */
final class Locators {

    private Locators() {}

    /** The mark of a page to which changes are announced. */
    static Locator live(Page page) {
        return button(page, "Live: Changes are announced as they happen");
    }

    /** The rows of a table whose cells can be opened. */
    static Locator rows(Page page) {
        return page.locator("tbody tr")
                .filter(new Locator.FilterOptions().setHas(page.locator("td button, th button")));
    }

    /** The row that says so. */
    static Locator row(Page page, String name) {
        return page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(name));
    }

    /** Buttons of just this name. */
    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** A tab of a page. */
    static Locator tab(Page page, String name) {
        return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The first heading that holds this. */
    static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name)).first();
    }

    /** A button of the dialog that is open. */
    static Locator dialog(Page page, String name) {
        return page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
