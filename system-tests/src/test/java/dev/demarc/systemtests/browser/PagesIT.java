package dev.demarc.systemtests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.demarc.systemtests.support.Api;
import dev.demarc.systemtests.support.Json;
import dev.demarc.systemtests.support.Product;
import dev.demarc.systemtests.support.SharedDemo;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each page with the data of the demo's shop: accessible by day and by night, and no wider than its window on any screen.
 * The pictures of the documentation are made here, in {@code target/pictures}.
 */
@InBrowser
class PagesIT {

    private static final int[] SCREENS = {360, 768, 2560};
    private static final int DESK = 1440;
    private static final int HEIGHT = 900;
    private static final Path PICTURES = Product.HOME.resolve("system-tests/target/pictures");

    private final Product shop;
    private final Api api;
    private final Browser browser;

    PagesIT(SharedDemo.Demo demo, Browser browser) {
        shop = demo.shop();
        api = shop.api();
        this.browser = browser;
    }

    /** The pages by the names of their pictures. */
    private Map<String, String> pages() {
        String bucket = Json
                .text(api.get("/api/resources?nativeId={id}", "arn:aws:s3:::shop-payments").expect(200).json()
                        .path("items").path(0), "subject", "id");
        String gap = Json.text(api.get("/api/gaps?state=open&limit=1").expect(200).json().path("items").path(0), "id");
        String delivery = Json.text(api.get("/api/notifications/deliveries?limit=1").expect(200).json().path("items")
                .path(0), "id");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("overview", "/");
        pages.put("gaps", "/gaps");
        pages.put("gap", "/gaps?gap=" + gap);
        pages.put("matrix", "/matrix?provider=aws");
        pages.put("matrix-cell", "/matrix?provider=aws&cell=aws/s3:public-access-prevention");
        pages.put("matrix-framework", "/matrix?framework=nist-800-53-r5&provider=aws");
        pages.put("compare", "/compare?from=aws/ec2,aws/ebs&to=aws/rds");
        pages.put("workloads", "/workloads");
        pages.put("teams", "/workloads?tab=teams");
        pages.put("accounts", "/workloads?tab=accounts");
        pages.put("workload", "/workloads/payments");
        pages.put("workload-edit", "/workloads/payments?edit=yes");
        pages.put("resources", "/resources");
        pages.put("resource", "/resources/" + bucket);
        pages.put("catalog", "/catalog");
        pages.put("controls", "/catalog?tab=controls");
        pages.put("frameworks", "/catalog?tab=frameworks");
        pages.put("drafts", "/catalog?tab=drafts");
        pages.put("service", "/catalog/aws/s3");
        pages.put("versions", "/catalog/aws/s3?tab=versions");
        pages.put("draft", "/catalog/aws/s3?tab=draft");
        pages.put("endpoints", "/notifications");
        pages.put("deliveries", "/notifications?tab=deliveries");
        pages.put("delivery", "/notifications?tab=deliveries&delivery=" + delivery);
        pages.put("health", "/administration");
        pages.put("coverage", "/administration?tab=coverage");
        pages.put("runs", "/administration?tab=runs");
        pages.put("dead-letters", "/administration?tab=dead-letters");
        pages.put("keys", "/administration?tab=keys");
        pages.put("start", "/start");
        pages.put("nowhere", "/no/such/page");
        return pages;
    }

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
    void everyPageIsAccessibleAndFitsEveryScreen(ColorScheme scheme) {
        try (Visit visit = Visit.to(shop, browser, scheme, DESK, HEIGHT)) {
            Page page = visit.logIn(shop.adminKey(), "/");
            pages().forEach((name, path) -> {
                visit.show(page, path);
                picture(page, name, scheme);
                Visit.assertAccessible(page);
                for (int width : SCREENS) {
                    page.setViewportSize(width, HEIGHT);
                    Visit.assertFits(page);
                }
                page.setViewportSize(DESK, HEIGHT);
            });
        }
    }

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class, names = {"LIGHT", "DARK"})
    void theLoginIsAccessible(ColorScheme scheme) {
        try (Visit visit = Visit.to(shop, browser, scheme, DESK, HEIGHT)) {
            Page page = visit.open("/gaps");
            picture(page, "login", scheme);
            Visit.assertAccessible(page);
        }
    }

    @Test
    void pagesAreAccessibleOnAPhone() {
        try (Visit visit = Visit.to(shop, browser, ColorScheme.LIGHT, SCREENS[0], HEIGHT)) {
            Page page = visit.logIn(shop.adminKey(), "/");
            for (String path : List.of("/", "/gaps", "/matrix?provider=aws", "/workloads", "/resources", "/catalog",
                    "/notifications", "/administration", "/start")) {
                visit.show(page, path);
                picture(page, "phone" + path.replaceAll("[^a-z]+", "-"), ColorScheme.LIGHT);
                Visit.assertAccessible(page);
                Visit.assertFits(page);
            }
        }
    }

    private static void picture(Page page, String name, ColorScheme scheme) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + (scheme == ColorScheme.DARK ? "-dark" : "") + ".png")));
    }
}
