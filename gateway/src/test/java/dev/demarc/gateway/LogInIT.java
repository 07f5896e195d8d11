package dev.demarc.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.demarc.gateway.keys.ApiKeys;
import dev.demarc.platform.mongo.Await;
import dev.demarc.platform.security.Caller;
import dev.demarc.platform.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** A browser's way in: key, cookie, token against forged requests, out. */
class LogInIT {

    private static final Door DOOR = Door.OPEN;
    private static final String COOKIE = "demarc-session";
    private static final String CSRF = "X-Demarc-Csrf";

    private final WebTestClient browser = DOOR.stranger();

    @BeforeEach
    void servicesAnswer() {
        DOOR.assessment.resetAll();
        DOOR.assessment.stubFor(any(anyUrl()).willReturn(okJson("{}")));
    }

    @Test
    void aKeyOpensASessionThatShowsWhoOneIs() {
        ApiKeys.Issued key = DOOR.key(Role.EDITOR, "payments");
        Instant before = Instant.now();

        WebTestClient.ResponseSpec answer = logIn(browser, key.text().text());
        JsonNode session = Shapes.body(answer, "POST /api/session", 201);

        assertThat(session.path("caller").path("id").asString()).isEqualTo(key.key().id());
        assertThat(session.path("caller").path("name").asString()).isEqualTo(key.key().name());
        assertThat(session.path("caller").path("roles").path(0).asString()).isEqualTo("editor");
        assertThat(session.path("caller").path("teams").path(0).asString()).isEqualTo("payments");
        assertThat(Instant.parse(session.path("expiresAt").asString()))
                .isBetween(before.plus(Duration.ofHours(12)).minusSeconds(1), Instant.now().plus(Duration.ofHours(12)));
        assertThat(session.toString()).doesNotContain(cookie(answer).getValue()).doesNotContain(key.text().text());
    }

    @Test
    void theCookieIsForThisSiteOnlyAndNotForScripts() {
        WebTestClient.ResponseSpec answer = logIn(browser, viewer());
        ResponseCookie cookie = cookie(answer);

        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        assertThat(cookie.isSecure()).isFalse();
        assertThat(cookie.getMaxAge()).isBetween(Duration.ofHours(11), Duration.ofHours(12));
        answer.expectHeader().value("Cache-Control", value -> assertThat(value).contains("no-store"));
    }

    @Test
    void byHttpsThroughATrustedProxyTheCookieIsSecure() {
        WebTestClient secure = browser.mutate().defaultHeader("X-Forwarded-Proto", "https").build();

        assertThat(cookie(logIn(secure, viewer())).isSecure()).isTrue();
    }

    @Test
    void theCookieIsAsGoodAsTheKeyAndTheServiceDoesNotSeeIt() {
        ApiKeys.Issued key = DOOR.key(Role.EDITOR, "payments");
        Session session = session(key.text().text());

        Shapes.body(session.get("/api/whoami"), "GET /api/whoami", 200);
        session.get("/api/gaps").expectStatus().isOk();
        session.post("/api/gaps/x/acknowledge", session.csrf).expectStatus().isOk();

        for (LoggedRequest seen : DOOR.assessment.findAll(anyRequestedFor(anyUrl()))) {
            assertThat(seen.getHeaders().keys())
                    .noneMatch(name -> Set.of("cookie", "x-demarc-csrf").contains(name.toLowerCase(Locale.ROOT)));
            Caller caller = DOOR.verifier("assessment")
                    .verify(seen.getHeader("Authorization").substring("Bearer ".length()));
            assertThat(caller).isEqualTo(new Caller(key.key().id(), Set.of(Role.EDITOR), Set.of("payments")));
        }
        assertThat(DOOR.assessment.getAllServeEvents()).hasSize(2);
    }

    @Test
    void whatChangesSomethingNeedsTheSessionsToken() {
        Session session = session(DOOR.key(Role.EDITOR).text().text());
        Session another = session(DOOR.key(Role.EDITOR).text().text());

        for (String token : new String[]{"", "x", another.csrf}) {
            JsonNode problem = Shapes.body(session.post("/api/gaps/x/acknowledge", token),
                    "POST /api/gaps/{id}/acknowledge", 403);
            assertThat(problem.path("field").asString()).isEqualTo(CSRF);
            assertThat(problem.path("expected").asString()).contains("/api/session");
        }
        Shapes.body(browser.post().uri("/api/gaps/x/acknowledge").cookie(COOKIE, session.cookie).exchange(),
                "POST /api/gaps/{id}/acknowledge", 403);
        assertThat(DOOR.assessment.getAllServeEvents()).isEmpty();
        session.post("/api/gaps/x/acknowledge", session.csrf).expectStatus().isOk();
    }

    @Test
    void besideAKeyTheCookieCountsForNothing() {
        Session admin = session(DOOR.key(Role.ADMIN).text().text());
        WebTestClient viewer = DOOR.caller(Role.VIEWER).mutate().defaultCookie(COOKIE, admin.cookie).build();

        viewer.get().uri("/api/keys").exchange().expectStatus().isForbidden();
        viewer.get().uri("/api/session").exchange().expectStatus().isNoContent();
        DOOR.caller(Role.EDITOR).mutate().defaultCookie(COOKIE, admin.cookie).build().post()
                .uri("/api/gaps/x/acknowledge").exchange().expectStatus().isOk();
        DOOR.caller("wrong").mutate().defaultCookie(COOKIE, admin.cookie).build().get().uri("/api/gaps").exchange()
                .expectStatus().isUnauthorized();
    }

    @Test
    void rolesHoldInASessionToo() {
        Session viewer = session(viewer());

        viewer.get("/api/keys").expectStatus().isForbidden();
        Shapes.body(viewer.post("/api/gaps/x/acknowledge", viewer.csrf), "POST /api/gaps/{id}/acknowledge", 403);
    }

    @Test
    void theSessionIsReadAgainAfterTheReloadOfThePage() {
        Session session = session(viewer());

        JsonNode again = Shapes.body(session.get("/api/session"), "GET /api/session", 200);

        assertThat(again.path("csrfToken").asString()).isEqualTo(session.csrf);
        browser.get().uri("/api/session").exchange().expectStatus().isNoContent();
    }

    @Test
    void aKeyThatIsNotValidOpensNothing() {
        ApiKeys all = DOOR.context.getBean(ApiKeys.class);
        ApiKeys.Issued revoked = DOOR.key(Role.VIEWER);
        Await.none(all.revoke(revoked.key().id(), "test"));
        ApiKeys.Issued expired = Await
                .one(all.create("old", Role.VIEWER, Set.of(), Instant.now().minusSeconds(1), "test"));

        for (String wrong : List.of("hunter2", all.newText().text(), revoked.text().text(), expired.text().text())) {
            WebTestClient.ResponseSpec answer = logIn(browser, wrong);
            JsonNode problem = Shapes.body(answer, "POST /api/session", 401);
            assertThat(problem.path("field").asString()).isEqualTo("key");
            assertThat(problem.toString()).doesNotContain(wrong);
            answer.expectHeader().doesNotExist("Set-Cookie").expectHeader()
                    .value("WWW-Authenticate", value -> assertThat(value).doesNotContain("Basic"));
        }
    }

    @Test
    void anIngesterCantLogIn() {
        JsonNode problem = Shapes.body(logIn(browser, DOOR.key(Role.INGESTER).text().text()), "POST /api/session", 403);

        assertThat(problem.path("detail").asString()).contains("ingester");
        assertThat(problem.path("field").asString()).isEqualTo("key");
        assertThat(problem.path("expected").asString()).contains("viewer");
    }

    @Test
    void badInputNamesItsField() {
        for (String body : List.of("{}", "{\"key\":\"\"}", "{\"key\":\"" + "x".repeat(201) + "\"}",
                "{\"key\":\"x\",\"more\":1}", "[")) {
            Shapes.body(post(browser, body), "POST /api/session", 400);
        }
        assertThat(Shapes.body(post(browser, "{}"), "POST /api/session", 400).path("field").asString())
                .isEqualTo("key");
        post(browser, "{\"key\":\"" + "x".repeat(5_000) + "\"}").expectStatus().isEqualTo(413);
        browser.post().uri("/api/session").contentType(MediaType.APPLICATION_FORM_URLENCODED).bodyValue("key=x")
                .exchange().expectStatus().isEqualTo(415);
    }

    @Test
    void whoTriesWrongKeysHasToWaitHereAsElsewhere() {
        ApiKeys all = DOOR.context.getBean(ApiKeys.class);
        int status = 401;
        for (int i = 0; i < 30 && status == 401; i++) {
            status = logIn(browser, all.newText().text()).expectBody(String.class).returnResult().getStatus().value();
        }

        assertThat(status).isEqualTo(429);
        logIn(browser, all.newText().text()).expectStatus().isEqualTo(429).expectHeader().exists("Retry-After");
        browser.get().uri("/api/whoami").headers(headers -> headers.setBearerAuth(all.newText().text())).exchange()
                .expectStatus().isEqualTo(429);
    }

    @Test
    void anotherSiteCantLogABrowserIn() {
        String key = viewer();
        for (Map.Entry<String, String> header : List.of(Map.entry("Origin", "https://evil.example"),
                Map.entry("Origin", "null"), Map.entry("Sec-Fetch-Site", "cross-site"),
                Map.entry("Sec-Fetch-Site", "same-site"))) {
            WebTestClient.ResponseSpec answer = logIn(
                    browser.mutate().defaultHeader(header.getKey(), header.getValue()).build(), key);
            assertThat(Shapes.body(answer, "POST /api/session", 403).path("field").asString())
                    .isEqualTo(header.getKey());
            answer.expectHeader().doesNotExist("Set-Cookie");
        }
        logIn(browser.mutate().defaultHeader("Origin", DOOR.url()).defaultHeader("Sec-Fetch-Site", "same-origin")
                .build(), key).expectStatus().isCreated();
    }

    @Test
    void loggingOutEndsTheSessionAndTakesTheCookieAway() {
        Session session = session(viewer());
        Shapes.body(session.delete("x"), "DELETE /api/session", 403);
        session.get("/api/whoami").expectStatus().isOk();

        WebTestClient.ResponseSpec out = session.delete(session.csrf);

        out.expectStatus().isNoContent();
        assertThat(cookie(out).getValue()).isEmpty();
        assertThat(cookie(out).getMaxAge()).isZero();
        JsonNode problem = Shapes.body(session.get("/api/whoami"), "GET /api/whoami", 401);
        assertThat(problem.path("detail").asString()).contains("log in again");
        session.get("/api/session").expectStatus().isNoContent();
        session.delete("").expectStatus().isNoContent();
        session.get("/api/health").expectStatus().value(status -> assertThat(status).isNotEqualTo(401));
    }

    @Test
    void loggingInAgainEndsTheSessionBefore() {
        Session before = session(viewer());

        logIn(browser.mutate().defaultCookie(COOKIE, before.cookie).build(), viewer()).expectStatus().isCreated();

        before.get("/api/whoami").expectStatus().isUnauthorized();
    }

    @Test
    void theSessionEndsWithItsKey() {
        ApiKeys.Issued key = DOOR.key(Role.VIEWER);
        Session session = session(key.text().text());
        session.get("/api/whoami").expectStatus().isOk();

        DOOR.caller(Role.ADMIN).delete().uri("/api/keys/{id}", key.key().id()).exchange().expectStatus().isNoContent();

        Shapes.body(session.get("/api/whoami"), "GET /api/whoami", 401);
        session.get("/api/session").expectStatus().isNoContent();
    }

    @Test
    void aSessionHoldsAtEveryGatewayAndOverARestartAndEndsAtAll() {
        Session session = session(DOOR.key(Role.EDITOR).text().text());
        Session there = session.at(Door.url(DOOR.another(Map.of())));
        there.get("/api/whoami").expectStatus().isOk();
        there.post("/api/gaps/x/acknowledge", session.csrf).expectStatus().isOk();

        session.delete(session.csrf).expectStatus().isNoContent();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> there.get("/api/whoami").expectBody(String.class).returnResult().getStatus()
                        .value() == 401);
    }

    @Test
    void aMadeUpCookieIsRefused() {
        for (String madeUp : List.of("", "x", "a".repeat(43) + "." + "0".repeat(32))) {
            Shapes.body(browser.get().uri("/api/whoami").cookie(COOKIE, madeUp).exchange(), "GET /api/whoami", 401);
        }
    }

    private record Session(WebTestClient client, String cookie, String csrf) {

        Session at(String url) {
            return new Session(client.mutate().baseUrl(url).build(), cookie, csrf);
        }

        WebTestClient.ResponseSpec get(String uri) {
            return client.get().uri(uri).cookie(COOKIE, cookie).exchange();
        }

        WebTestClient.ResponseSpec post(String uri, String token) {
            return client.post().uri(uri).cookie(COOKIE, cookie).header(CSRF, token).exchange();
        }

        WebTestClient.ResponseSpec delete(String token) {
            return client.delete().uri("/api/session").cookie(COOKIE, cookie).header(CSRF, token).exchange();
        }
    }

    private Session session(String key) {
        WebTestClient.ResponseSpec answer = logIn(browser, key);
        JsonNode session = Shapes.body(answer, "POST /api/session", 201);
        return new Session(browser, cookie(answer).getValue(), session.path("csrfToken").asString());
    }

    private static String viewer() {
        return DOOR.key(Role.VIEWER).text().text();
    }

    private static WebTestClient.ResponseSpec logIn(WebTestClient client, String key) {
        return post(client, "{\"key\":\"" + key + "\"}");
    }

    private static WebTestClient.ResponseSpec post(WebTestClient client, String body) {
        return client.post().uri("/api/session").contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }

    private static ResponseCookie cookie(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.returnResult(String.class).getResponseCookies().getFirst(COOKIE));
    }
}
