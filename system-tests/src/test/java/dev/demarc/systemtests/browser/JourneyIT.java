package dev.demarc.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.demarc.systemtests.browser.Locators.button;
import static dev.demarc.systemtests.browser.Locators.dialog;
import static dev.demarc.systemtests.browser.Locators.heading;
import static dev.demarc.systemtests.browser.Locators.live;
import static dev.demarc.systemtests.browser.Locators.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.demarc.systemtests.support.Api;
import dev.demarc.systemtests.support.Gaps;
import dev.demarc.systemtests.support.Items;
import dev.demarc.systemtests.support.Json;
import dev.demarc.systemtests.support.Patience;
import dev.demarc.systemtests.support.Product;
import dev.demarc.systemtests.support.Receiver;
import dev.demarc.systemtests.support.SharedDemo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What people do with the dashboard, from the log-in on. */
@InBrowser
class JourneyIT {

    private static final String ACCOUNT = "135792468013";
    private static final int MOST_TABS = 40;

    private final Product shop;
    private final Api api;
    private final Browser browser;

    @TempDir
    private Path directory = Path.of("");

    JourneyIT(SharedDemo.Demo demo, Browser browser) {
        shop = demo.shop();
        api = shop.api();
        this.browser = browser;
    }

    @Test
    void aWrongKeyIsRefusedAndARightOneLeadsToWhereOneWantedToGo() {
        try (Visit visit = Visit.to(shop, browser)) {
            Page page = visit.open("/gaps?severity=high");
            page.getByLabel("API key").fill("dmk_no-such-key");
            button(page, "Log in").click();
            assertThat(page.getByText("key")).not().hasCount(0);
            assertThat(Visit.heading(page)).hasText("Log in to Demarc");

            page.getByLabel("API key").fill(Visit.read(shop.adminKey()).strip());
            button(page, "Log in").click();

            assertThat(Visit.heading(page)).hasText("Gaps");
            assertThat(page.url()).endsWith("/gaps?severity=high");
            assertThat(page.evaluate("() => JSON.stringify(localStorage) + JSON.stringify(sessionStorage)").toString())
                    .doesNotContain(Visit.read(shop.adminKey()).strip());
        }
    }

    @Test
    void aFileIsSentInAndItsItemsAreAccountedFor() throws IOException {
        Path file = Files.writeString(directory.resolve("items.json"), Json.text(List.of(
                archive("journey-file", true), Map.of("resourceType", "AWS::S3::Bucket", "awsAccountId", "12"))));
        try (Visit visit = Visit.to(shop, browser)) {
            Page page = visit.logIn(shop.adminKey(), "/start");
            page.locator("input[type=file]").setInputFiles(file);

            assertThat(page.getByText("1 resource accepted")).isVisible();
            assertThat(page.getByText("1 rejected")).isVisible();
            assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("awsAccountId"))).isVisible();
        }
    }

    @Test
    void aGapIsAnnouncedWithoutMovingTheListThenShownExplainedAndTakenOn() {
        try (Visit visit = Visit.to(shop, browser)) {
            Page page = visit.logIn(shop.adminKey(),
                    "/gaps?account=" + ACCOUNT + "&check=s3-versioning&sort=-openedAt");
            assertThat(live(page)).isVisible();
            int before = rows(page).count();

            send(archive("journey-live", false));
            Gaps.subject(api, "arn:aws:s3:::journey-live");
            assertThat(button(page, "Refresh")).isVisible();
            assertThat(rows(page)).hasCount(before);
            button(page, "Refresh").click();
            Locator row = page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("journey-live"));
            assertThat(row).isVisible();

            row.getByRole(AriaRole.BUTTON).first().click();
            assertThat(heading(page, "What to do")).isVisible();
            assertThat(page.getByText("Expected").first()).isVisible();
            assertThat(page.url()).contains("gap=g-");
            button(page, "Acknowledge").last().click();
            page.getByLabel("Note").fill("With the release on Monday.");
            dialog(page, "Acknowledge").click();

            assertThat(page.getByText("1 gap is acknowledged")).isVisible();
            assertThat(page.getByText("With the release on Monday.").first()).isVisible();
            assertThat(button(page, "Give back")).isVisible();
            page.reload();
            assertThat(button(page, "Give back")).isVisible();
        }
    }

    @Test
    void whatCannotBeReadAgainStaysAndIsSaidToBeOld() {
        try (Visit visit = Visit.to(shop, browser)) {
            Page page = visit.logIn(shop.adminKey(),
                    "/gaps?account=" + ACCOUNT + "&check=s3-versioning&sort=-openedAt");
            assertThat(live(page)).isVisible();
            int before = rows(page).count();
            Locator old = page.getByText("Not up to date");
            Locator row = page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("journey-late"));

            send(archive("journey-late", false));
            Gaps.subject(api, "arn:aws:s3:::journey-late");
            assertThat(button(page, "Refresh")).isVisible();
            page.route("**/api/gaps?*", route -> route.fulfill(new Route.FulfillOptions().setStatus(500)
                    .setContentType("application/problem+json")
                    .setBody("{\"type\":\"about:blank\",\"title\":\"Away\",\"status\":500}")));
            button(page, "Refresh").click();
            assertThat(old).isVisible();
            assertThat(rows(page)).hasCount(before);

            page.unroute("**/api/gaps?*");
            button(page, "Try again").click();
            assertThat(row).isVisible();
            assertThat(old).hasCount(0);
        }
    }

    @Test
    void gapsThatNobodyOwnsAreAListLikeThoseOfATeam() {
        send(archive("journey-nobody", false));
        Gaps.subject(api, "arn:aws:s3:::journey-nobody");
        try (Visit visit = Visit.to(shop, browser)) {
            Page page = visit.logIn(shop.adminKey(), "/");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nobody owns them")).click();

            assertThat(Visit.heading(page)).hasText("Gaps");
            assertThat(page.getByText("Team = Nobody")).isVisible();
            assertThat(rows(page)).not().hasCount(0);
        }
    }

    @Test
    void aGapIsTakenOnByTheKeyboardAlone() {
        send(archive("journey-keys", false));
        String subject = Gaps.subject(api, "arn:aws:s3:::journey-keys");
        JsonNode gap = Gaps.await(api, subject, "s3-versioning");
        try (Visit visit = Visit.to(shop, browser)) {
            Page page = visit.logIn(shop.adminKey(), "/gaps?subject=" + subject + "&check=s3-versioning");
            page.reload();
            Visit.settled(page);
            assertThat(rows(page)).hasCount(1);
            page.keyboard().press("Tab");
            assertThat(page.getByText("Skip to content")).isFocused();
            page.keyboard().press("Enter");

            tabTo(page, "table *");
            page.keyboard().press("ArrowDown");
            for (int i = 0; i < 5 && !focused(page, "tbody button"); i++) {
                page.keyboard().press("ArrowRight");
            }
            page.keyboard().press("Enter");
            assertThat(heading(page, "What to do")).isVisible();

            tabTo(page, ".no-print button:has-text('Acknowledge')");
            page.keyboard().press("Enter");
            tabTo(page, "[role=dialog] button:has-text('Acknowledge')");
            page.keyboard().press("Enter");

            assertThat(page.getByText("1 gap is acknowledged")).isVisible();
        }
        assertThat(Json.text(api.get("/api/gaps/{id}", Json.text(gap, "id")).expect(200).json(), "state"))
                .isEqualTo("acknowledged");
    }

    /** Also those cells that were out of sight, which the browser has not laid out before. */
    @Test
    void theMatrixIsReadByTheKeyboardAlone() {
        try (Visit visit = Visit.to(shop, browser)) {
            Page page = visit.logIn(shop.adminKey(), "/matrix?provider=aws");
            tabTo(page, ".matrix td button");
            for (int i = 0; i < 10; i++) {
                page.keyboard().press("PageDown");
            }
            page.keyboard().press("End");
            Locator cell = page.locator(".matrix td button:focus");
            assertThat(cell).isInViewport();
            String control = page.locator("tr[data-row]:has(button:focus) th").textContent();
            page.keyboard().press("Enter");

            assertThat(heading(page, control + " ·")).isVisible();
            assertThat(page.locator(".matrix [aria-current]")).hasCount(1);
            assertThat(page.locator(".matrix [aria-current]")).hasAttribute("tabindex", "0");
        }
    }

    @Test
    void aServiceModelIsWrittenPublishedAndItsRunWatched() throws IOException {
        ObjectNode item = Items.item("bucket", ACCOUNT);
        String arn = "arn:aws:lightsail:eu-west-3:" + ACCOUNT + ":Bucket/harbour";
        item.put("ARN", arn).put("resourceId", "harbour").put("resourceName", "harbour")
                .put("resourceType", "AWS::Lightsail::Bucket");
        item.set("configuration", Json.object().put("encrypted", false));
        item.set("supplementaryConfiguration", Json.object());
        send(item);
        String subject = Gaps.subject(api, arn);
        String model = model();
        try (Visit visit = Visit.to(shop, browser)) {
            Page page = visit.logIn(shop.adminKey(), "/catalog/aws/lightsail?tab=draft");
            page.locator("input[type=file]").setInputFiles(Files.writeString(directory.resolve("broken.yaml"),
                    model.replace("control: encryption-at-rest", "control: encription")));
            button(page, "Save draft").click();
            assertThat(page.getByText("there is no control 'encription'")).isVisible();
            assertThat(button(page, "Publish")).isDisabled();

            page.locator("input[type=file]").setInputFiles(Files.writeString(directory.resolve("model.yaml"), model));
            button(page, "Save draft").click();
            assertThat(page.getByText("Ready to be published")).isVisible();
            button(page, "Publish").click();
            dialog(page, "Publish").click();

            assertThat(page.getByText("Version 1 is published")).isVisible();
            assertThat(page.getByText("Judging again by version 1", new Page.GetByTextOptions().setExact(true)))
                    .isVisible();
            assertThat(page.getByText("judged again", new Page.GetByTextOptions().setExact(false)).first()).isVisible();
        }
        Gaps.await(api, subject, "lightsail-encrypted");
    }

    @Test
    void aDeliveryIsSentAgain() {
        try (Receiver receiver = new Receiver(); Visit visit = Visit.to(shop, browser)) {
            receiver.register(api);
            send(archive("journey-told", false));
            String subject = Gaps.subject(api, "arn:aws:s3:::journey-told");
            String gap = Json.text(Gaps.await(api, subject, "s3-versioning"), "id");
            // a baseline is told in one summary; what a person does is told at once
            String etag = api.get("/api/gaps/{id}", gap).expect(200).etag();
            api.edit("POST", "/api/gaps/{id}/acknowledge", etag, null, gap).expect(200);
            Page page = visit.logIn(shop.adminKey(), "/notifications?tab=deliveries");
            String delivery = Json.text(Patience.eventually().until(
                    () -> api.all("/api/notifications/deliveries?state=delivered").stream()
                            .filter(each -> Json.text(each, "type").startsWith("gap.")).toList(),
                    found -> !found.isEmpty()).getFirst(), "id");

            visit.show(page, "/notifications?tab=deliveries&delivery=" + delivery);
            button(page, "Deliver again").last().click();

            assertThat(page.getByText("1 delivery waits to be sent again")).isVisible();
            Patience.eventually().untilAsserted(() -> assertThat(
                    api.get("/api/notifications/deliveries/{id}", delivery).expect(200).json().path("attempts").size())
                    .isGreaterThan(1));
        }
    }

    @Test
    void aViewerReadsEverythingAndIsToldWhatItMayNot() {
        String key = Json.text(api.post("/api/keys", Map.of("name", "Auditor", "role", "viewer")).expect(201).json(),
                "secret");
        try (Visit visit = Visit.to(shop, browser)) {
            Page page = visit.logIn(key, "/gaps?state=open");
            rows(page).first().getByRole(AriaRole.BUTTON).first().click();
            Locator acknowledge = button(page, "Acknowledge").last();
            assertThat(acknowledge).isVisible();
            assertThat(acknowledge.getAttribute("aria-disabled")).isEqualTo("true");
            assertThat(acknowledge).hasAccessibleDescription("This needs a key with the role editor.");

            for (String path : List.of("/administration?tab=keys", "/administration?tab=dead-letters")) {
                visit.show(page, path);
                assertThat(page.getByText("You may not see this")).isVisible();
                Visit.assertAccessible(page);
            }
        }
    }

    @Test
    void manyTabsShareOneStreamAndAllHear() {
        try (Visit visit = Visit.to(shop, browser)) {
            List<String> streams = new ArrayList<>();
            visit.context().onRequest(request -> {
                if (request.url().endsWith("/api/stream/gaps")) {
                    streams.add(request.url());
                }
            });
            List<Page> tabs = new ArrayList<>(List.of(visit.logIn(shop.adminKey(), "/gaps?state=all")));
            for (int i = 0; i < 8; i++) {
                tabs.add(visit.open("/gaps?state=all&sort=-openedAt"));
            }
            for (Page tab : tabs) {
                assertThat(live(tab)).isVisible();
            }
            assertThat(streams).hasSize(1);

            send(archive("journey-tabs", false));

            for (Page tab : tabs) {
                assertThat(button(tab, "Refresh")).isVisible();
            }
            tabs.getFirst().close();
            for (Page tab : tabs.subList(1, tabs.size())) {
                assertThat(live(tab)).isVisible();
            }
        }
    }

    @Test
    void theAddressRestoresThePageTheFilterAndTheOpenGap() {
        try (Visit visit = Visit.to(shop, browser)) {
            Page page = visit.logIn(shop.adminKey(), "/gaps?severity=low,medium&sort=openedAt");
            Locator first = rows(page).first().getByRole(AriaRole.BUTTON).first();
            String title = first.textContent();
            first.click();
            assertThat(heading(page, title)).isVisible();
            String address = page.url();

            Page other = visit.open(address.substring(address.indexOf("/gaps")));

            assertThat(heading(other, title)).isVisible();
            assertThat(other.getByText("Low, Medium").or(other.getByText("Medium, Low")).first()).isVisible();
            page.goBack();
            assertThat(heading(page, title)).hasCount(0);
            Page odd = visit.open("/gaps?severity=urgent");
            assertThat(odd.getByText("Not understood in the address, and left out: severity")).isVisible();
        }
    }

    private void send(JsonNode item) {
        api.post("/api/ingest/aws", Json.text(item)).expect(202);
    }

    private static ObjectNode archive(String name, boolean versioning) {
        return Items.archive(ACCOUNT, name, Instant.parse("2026-03-02T09:00:00Z"), versioning);
    }

    private static boolean focused(Page page, String selector) {
        return page.locator(selector).and(page.locator(":focus")).count() > 0;
    }

    /** Presses Tab until something that matches has the focus; fails where that takes too many. */
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < MOST_TABS; i++) {
            if (focused(page, selector)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError(MOST_TABS + " times Tab do not lead to " + selector);
    }

    private static String model() throws IOException {
        String path = "/models/lightsail.yaml";
        try (InputStream in = Objects.requireNonNull(JourneyIT.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
