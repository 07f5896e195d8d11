package dev.demarc.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.demarc.systemtests.support.Api;
import dev.demarc.systemtests.support.Items;
import dev.demarc.systemtests.support.Json;
import dev.demarc.systemtests.support.Patience;
import dev.demarc.systemtests.support.Product;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The dashboard's figures with 100,000 gaps, printed; `mvn verify -Plong -Dit.test=FiguresIT` repeats them. */
@Tag("long")
@ExtendWith(BrowserExtension.class)
class FiguresIT {

    private static final String ACCOUNT = "102030405060";
    private static final int BUCKETS = Integer.getInteger("demarc.figures.buckets", 50_000);
    private static final int BATCH = 250;
    private static final int PAGES = 40;
    private static final Duration LIVE = Duration.ofMinutes(Integer.getInteger("demarc.figures.minutes", 10));
    private static final int CHANGES_A_SECOND = 10;
    private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");

    private final Browser browser;

    FiguresIT(Browser browser) {
        this.browser = browser;
    }

    @Test
    void theFiguresOfTheDashboardWithAHundredThousandGaps() {
        try (Product product = new Product("figures", Map.of("DEMARC_INGEST_RATE", "1000")).up()) {
            Api api = product.api();
            matrix(product);
            fill(api);
            firstPage(product);
            paging(product);
            memory(product, api);
        }
    }

    /** 200 controls by 60 services, made up here: from the click to the drawn table. */
    private void matrix(Product product) {
        try (Visit visit = Visit.to(product, browser)) {
            Page page = visit.logIn(product.adminKey(), "/matrix?provider=aws");
            String large = Json.text(largeMatrix());
            page.route("**/api/catalog/matrix?*", route -> route
                    .fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(large)));
            Object millis = page.evaluate("""
                    async () => {
                      const began = performance.now();
                      history.pushState({}, '', '/matrix?provider=azure');
                      dispatchEvent(new PopStateEvent('popstate'));
                      const drawn = () => document.querySelectorAll('tr[data-row]').length === 200;
                      while (!drawn()) await new Promise(requestAnimationFrame);
                      await new Promise(requestAnimationFrame);
                      return Math.round(performance.now() - began);
                    }
                    """);
            say("the matrix of 200 controls by 60 services: drawn %,d ms after it was asked for",
                    ((Number) millis).intValue());
        }
    }

    private static ObjectNode largeMatrix() {
        ObjectNode matrix = Json.object();
        ArrayNode services = matrix.putArray("serviceModels");
        ArrayNode controls = matrix.putArray("controls");
        ArrayNode cells = matrix.putArray("cells");
        for (int s = 0; s < 60; s++) {
            services.addObject().put("key", "aws/service-" + s).put("version", 1).put("name", "Service " + s)
                    .put("provider", "aws").put("serviceClass", "abstracted").put("deliveryModel", "paas");
        }
        for (int c = 0; c < 200; c++) {
            controls.addObject().put("id", "control-" + c).put("title", "Control number " + c)
                    .put("domain", "Domain " + c / 20).put("subjectKind", "resource");
            for (int s = 0; s < 60; s++) {
                cells.addObject().put("serviceModel", "aws/service-" + s).put("control", "control-" + c)
                        .put("ownership", "shared-dependent").put("category", List.of("inherited", "shared",
                                "customer-specific").get((c + s) % 3))
                        .put("observability", "config").put("severity", "high").put("checks", 1).putArray("variants");
            }
        }
        return matrix;
    }

    /** Two gaps for each bucket. */
    private static void fill(Api api) {
        Instant began = Instant.now();
        for (int from = 0; from < BUCKETS; from += BATCH) {
            List<Object> items = new ArrayList<>();
            for (int i = from; i < from + BATCH; i++) {
                items.add(Items.archive(ACCOUNT, bucket(i), FIRST, false));
            }
            api.post("/api/ingest/aws", Json.text(items)).expect(202);
        }
        Patience.eventually().atMost(Duration.ofMinutes(20))
                .until(() -> api.get("/api/gaps/summary").expect(200).json().path("states").path("open").asInt(),
                        open -> open >= 2 * BUCKETS);
        say("filling the store with %,d gaps: %,d s", 2 * BUCKETS, Duration.between(began, Instant.now()).toSeconds());
    }

    private void firstPage(Product product) {
        try (Visit visit = Visit.to(product, browser)) {
            Page page = visit.logIn(product.adminKey(), "/");
            List<Response> scripts = new ArrayList<>();
            for (String path : List.of("/", "/gaps")) {
                Page cold = visit.context().newPage();
                CDPSession session = visit.context().newCDPSession(cold);
                JsonObject off = new JsonObject();
                off.addProperty("cacheDisabled", true);
                session.send("Network.enable");
                session.send("Network.setCacheDisabled", off);
                scripts.clear();
                cold.onResponse(response -> {
                    if (response.url().endsWith(".js")) {
                        scripts.add(response);
                    }
                });
                visit.show(cold, path);
                say("%s: usable %,d ms after it was asked for, cold", path, millisSinceNavigation(cold));
                say("%s: %,d bytes of JavaScript over the wire in %d files", path,
                        scripts.stream().mapToInt(each -> each.request().sizes().responseBodySize).sum(),
                        scripts.size());
                cold.close();
                visit.show(page, path);
                visit.show(page, path);
                say("%s: usable after %,d ms, warm", path, millisSinceNavigation(page));
            }
        }
    }

    private void paging(Product product) {
        try (Visit visit = Visit.to(product, browser)) {
            Page page = visit.logIn(product.adminKey(), "/gaps");
            Locator next = page.getByRole(AriaRole.BUTTON,
                    new Page.GetByRoleOptions().setName("Next page").setExact(true));
            List<Long> times = new ArrayList<>();
            for (int i = 2; i <= PAGES; i++) {
                long began = System.nanoTime();
                next.first().click();
                page.getByText("Page " + i, new Page.GetByTextOptions().setExact(true)).first().waitFor();
                Visit.settled(page);
                times.add((System.nanoTime() - began) / 1_000_000);
            }
            assertThat(page.getByRole(AriaRole.ROW).count()).isGreaterThan(20);
            Collections.sort(times);
            say("the next page of %,d gaps: median %,d ms, slowest of %d %,d ms", 2 * BUCKETS,
                    times.get(times.size() / 2),
                    times.size(), times.getLast());
        }
    }

    private void memory(Product product, Api api) {
        try (Visit visit = Visit.to(product, browser)) {
            Page page = visit.logIn(product.adminKey(), "/gaps");
            CDPSession session = visit.context().newCDPSession(page);
            say("memory of the page before live changes: %,d kB", heap(session));
            Instant began = Instant.now();
            Instant minute = began;
            for (int second = 1; Duration.between(began, Instant.now()).compareTo(LIVE) < 0; second++) {
                List<Object> items = new ArrayList<>();
                for (int i = 0; i < CHANGES_A_SECOND; i++) {
                    int change = (second - 1) * CHANGES_A_SECOND + i;
                    items.add(Items.archive(ACCOUNT, bucket(change % BUCKETS), FIRST.plusSeconds(second),
                            change / BUCKETS % 2 == 0));
                }
                api.post("/api/ingest/aws", Json.text(items)).expect(202);
                page.waitForTimeout(
                        (double) Math.max(0, Duration.between(Instant.now(), began.plusSeconds(second)).toMillis()));
                if (Duration.between(minute, Instant.now()).compareTo(Duration.ofMinutes(1)) >= 0) {
                    minute = Instant.now();
                    say("memory after %d min of %d changes a second: %,d kB",
                            Duration.between(began, minute).toMinutes(), CHANGES_A_SECOND, heap(session));
                }
            }
            assertThat(page.getByText("changed").first().isVisible()).isTrue();
        }
    }

    /** In kB, after a collection. */
    private static long heap(CDPSession session) {
        session.send("HeapProfiler.enable");
        session.send("HeapProfiler.collectGarbage");
        session.send("Performance.enable");
        return session.send("Performance.getMetrics").getAsJsonArray("metrics").asList().stream()
                .map(metric -> metric.getAsJsonObject())
                .filter(metric -> metric.get("name").getAsString().equals("JSHeapUsedSize"))
                .mapToLong(metric -> metric.get("value").getAsLong() / 1024).findFirst().orElseThrow();
    }

    private static long millisSinceNavigation(Page page) {
        return ((Number) page.evaluate("() => Math.round(performance.now())")).longValue();
    }

    private static String bucket(int number) {
        return String.format(Locale.ROOT, "figures-%05d", number);
    }

    @SuppressWarnings("AnnotateFormatMethod") // its annotation would need a library for this one place
    private static void say(String text, Object... values) {
        System.out.println("[FIGURE] " + String.format(Locale.ROOT, text, values));
    }
}
