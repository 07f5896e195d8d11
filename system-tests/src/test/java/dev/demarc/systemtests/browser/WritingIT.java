package dev.demarc.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.demarc.systemtests.browser.Locators.button;
import static dev.demarc.systemtests.browser.Locators.dialog;
import static dev.demarc.systemtests.browser.Locators.heading;
import static dev.demarc.systemtests.browser.Locators.row;
import static dev.demarc.systemtests.browser.Locators.rows;
import static dev.demarc.systemtests.browser.Locators.tab;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.demarc.systemtests.support.Api;
import dev.demarc.systemtests.support.Product;
import dev.demarc.systemtests.support.SharedDemo;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing that a person has typed is lost, and nothing of anybody else's is overwritten unseen. */
@InBrowser
class WritingIT {

    private final Product shop;
    private final Api api;
    private final Browser browser;

    WritingIT(SharedDemo.Demo demo, Browser browser) {
        shop = demo.shop();
        api = shop.api();
        this.browser = browser;
    }

    @Test
    void aDraftThatWasNotSavedOutlivesOtherTabsAndAReload() {
        try (Visit visit = Visit.to(shop, browser)) {
            Page page = visit.logIn(shop.adminKey(), "/catalog/aws/harbour?tab=draft");
            page.onDialog(Dialog::accept);
            Locator text = page.getByLabel("Text of the draft");
            button(page, "Begin with a template").click();
            text.fill("key: aws/harbour\n# written by hand\n");
            assertThat(page.getByText("Not saved yet")).isVisible();

            tab(page, "Versions").click();
            assertThat(text).hasCount(0);
            tab(page, "Draft").click();
            assertThat(text).hasValue("key: aws/harbour\n# written by hand\n");
            page.reload();
            assertThat(text).hasValue("key: aws/harbour\n# written by hand\n");

            visit.show(page, "/gaps");
            Page other = visit.open("/catalog/aws/harbour?tab=draft");
            assertThat(other.getByText("There is no draft")).isVisible();
        }
    }

    @Test
    void whoIsSecondToEditATeamIsToldAndCanReadTheirs() {
        String etag = api.edit("PUT", "/api/teams/{id}", null, Map.of("name", "Harbour", "contacts", List.of()),
                "harbour").expect(201).etag();
        try (Visit visit = Visit.to(shop, browser)) {
            Page page = visit.logIn(shop.adminKey(), "/workloads?tab=teams");
            button(page, "Edit Harbour").click();
            Locator name = page.getByLabel("Team", new Page.GetByLabelOptions().setExact(true));
            name.fill("Harbour of mine");
            api.edit("PUT", "/api/teams/{id}", etag,
                    Map.of("name", "Harbour of theirs", "contacts", List.of("harbour@example.com")), "harbour")
                    .expect(200);

            dialog(page, "Save").click();
            assertThat(page.getByText("Somebody else was quicker")).isVisible();
            dialog(page, "Read theirs").click();
            assertThat(name).hasValue("Harbour of theirs");
            name.fill("Harbour of both");
            dialog(page, "Save").click();

            assertThat(page.getByText("Harbour of both is saved")).isVisible();
            assertThat(row(page, "Harbour of both")).containsText("harbour@example.com");
        }
    }

    @Test
    void aFilterThatTheServerRefusesStaysToBeMended() {
        try (Visit visit = Visit.to(shop, browser)) {
            Page page = visit.logIn(shop.adminKey(), "/gaps?subject=shop-payments");

            assertThat(page.getByText("expected a subject's id").first()).isVisible();
            assertThat(page.getByText("Resource id = shop-payments")).isVisible();
            Visit.assertAccessible(page);
            button(page, "Clear filters").first().click();
            assertThat(rows(page)).not().hasCount(0);
        }
    }

    @Test
    void aGapThatIsOpenedTakesTheFocusAndEscapeClosesOneThingAtATime() {
        try (Visit visit = Visit.to(shop, browser)) {
            Page page = visit.logIn(shop.adminKey(), "/gaps?state=open");
            rows(page).first().getByRole(AriaRole.BUTTON).first().click();
            assertThat(page.locator(".panel-content")).isFocused();
            assertThat(heading(page, "What to do")).isVisible();

            button(page, "Acknowledge").last().click();
            page.getByLabel("Note").fill("Soon.");
            page.keyboard().press("Escape");
            assertThat(page.getByLabel("Note")).not().isVisible();
            assertThat(heading(page, "What to do")).isVisible();
            page.keyboard().press("Escape");
            assertThat(heading(page, "What to do")).hasCount(0);
        }
    }

    @Test
    void whatIsDoneAfterALogInInAnotherTabIsDone() {
        try (Visit visit = Visit.to(shop, browser)) {
            Page page = visit.logIn(shop.adminKey(), "/workloads?tab=teams");
            page.evaluate("""
                    key => fetch('/api/session', { method: 'POST', headers: { 'Content-Type': 'application/json' },
                        body: JSON.stringify({ key }) }).then(answer => answer.status)
                    """, Visit.read(shop.adminKey()).strip());

            button(page, "Add team").click();
            page.getByLabel("Id", new Page.GetByLabelOptions().setExact(true)).fill("pier");
            page.getByLabel("Team", new Page.GetByLabelOptions().setExact(true)).fill("Pier");
            dialog(page, "Save").click();

            assertThat(page.getByText("Pier is saved")).isVisible();
        }
    }
}
