package dev.demarc.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.demarc.contracts.OpenApi;
import dev.demarc.platform.security.Caller;
import dev.demarc.platform.security.InternalTokenVerifier.InvalidToken;
import dev.demarc.platform.security.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;
import reactor.util.function.Tuple2;
import tools.jackson.databind.JsonNode;

class DoorIT {

    private static final Door DOOR = Door.OPEN;

    @BeforeEach
    void servicesAnswer() {
        DOOR.assessment.resetAll();
        DOOR.catalog.resetAll();
        DOOR.assessment.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        DOOR.catalog.stubFor(any(anyUrl()).willReturn(okJson("{}")));
    }

    @Test
    void withoutAKeyNothingOfTheApiButHealthAndTheLogInAnswers() {
        WebTestClient stranger = DOOR.stranger();
        OpenApi.document().path("paths").properties()
                .forEach(path -> path.getValue().propertyNames().stream().filter(name -> !"parameters".equals(name))
                        .map(name -> HttpMethod.valueOf(name.toUpperCase(Locale.ROOT)))
                        .filter(_ -> !Set.of("/api/health", "/api/session").contains(path.getKey()))
                        .forEach(method -> unauthorized(stranger, method, path.getKey().replaceAll("\\{[^}]+}", "x"))));
        for (String path : List.of("/api", "/api/nothing", "/actuator", "/actuator/health",
                "/actuator/gateway/routes")) {
            unauthorized(stranger, HttpMethod.GET, path);
        }
        assertThat(DOOR.assessment.getAllServeEvents()).isEmpty();
        assertThat(DOOR.catalog.getAllServeEvents()).isEmpty();
    }

    @Test
    void otherWaysToSendAKeyAreNotTaken() {
        String key = DOOR.key(Role.ADMIN).text().text();
        WebTestClient stranger = DOOR.stranger();

        stranger.get().uri("/api/gaps?access_token=" + key).exchange().expectStatus().isUnauthorized();
        stranger.get().uri("/api/gaps").header("Authorization", "Basic " + key).exchange().expectStatus()
                .isUnauthorized();
        stranger.get().uri("/api/gaps").header("Authorization", "Bearer " + key, "Bearer " + key).exchange()
                .expectStatus().isUnauthorized();
        stranger.get().uri("/api/gaps").cookie("key", key).exchange().expectStatus().isUnauthorized();
    }

    @Test
    void aMistypedKeyIsToldFromAWrongOne() {
        String key = DOOR.key(Role.ADMIN).text().text();
        String mistyped = key.substring(0, key.length() - 8) + (key.charAt(key.length() - 8) == 'a' ? 'b' : 'a')
                + key.substring(key.length() - 7);
        String unknown = DOOR.context.getBean(dev.demarc.gateway.keys.ApiKeys.class).newText().text();

        assertThat(detail(mistyped)).contains("checksum");
        assertThat(detail(unknown)).isEqualTo("the key is not valid");
    }

    @Test
    void theServiceGetsATokenThatItCanVerifyAndNothingThatTheCallerMadeUp() {
        DOOR.caller(Role.EDITOR, "payments").get().uri(URI.create(DOOR.url() + "/api/gaps?team=payments&cursor=a%2Fb"))
                .header("X-Demarc-Role", "admin").header("x-demarc-team", "all").header("X-Forwarded-Host", "evil")
                .header("Forwarded", "for=1.1.1.1").header("Cookie", "session=1").header("X-Request", "kept").exchange()
                .expectStatus().isOk();

        LoggedRequest seen = DOOR.assessment
                .findAll(getRequestedFor(urlEqualTo("/api/gaps?team=payments&cursor=a%2Fb"))).getFirst();
        assertThat(seen.getHeaders().keys()).noneMatch(name -> name.toLowerCase(Locale.ROOT)
                .matches("x-demarc-.*|x-forwarded-.*|forwarded|cookie"));
        assertThat(seen.getHeader("X-Request")).isEqualTo("kept");
        assertThat(seen.header("Authorization").values()).hasSize(1);
        String token = seen.getHeader("Authorization").substring("Bearer ".length());
        Caller caller = DOOR.verifier("assessment").verify(token);
        assertThat(caller.id()).startsWith("k-");
        assertThat(caller.roles()).isEqualTo(Set.of(Role.EDITOR));
        assertThat(caller.teams()).isEqualTo(Set.of("payments"));
        assertThatThrownBy(() -> DOOR.verifier("catalog").verify(token)).isInstanceOf(InvalidToken.class);
    }

    @Test
    void eachPathGoesToItsService() {
        WebTestClient admin = DOOR.caller(Role.ADMIN);
        admin.get().uri("/api/catalog/controls").exchange().expectStatus().isOk();
        for (String path : List.of("workloads", "teams", "accounts", "profiles", "resources", "gaps", "coverage",
                "assessments/runs", "posture", "evidence", "waivers", "dead-letters/assessment")) {
            admin.get().uri("/api/" + path).exchange().expectStatus().isOk();
            assertThat(DOOR.assessment.findAll(getRequestedFor(urlEqualTo("/api/" + path)))).hasSize(1);
        }

        LoggedRequest seen = DOOR.catalog.findAll(getRequestedFor(urlEqualTo("/api/catalog/controls"))).getFirst();
        String token = seen.getHeader("Authorization").substring("Bearer ".length());
        assertThat(DOOR.verifier("catalog").verify(token).may(Role.ADMIN)).isTrue();
        admin.get().uri("/api/nothing").exchange().expectStatus().isNotFound().expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void rolesHoldAtTheDoorToo() {
        Shapes.body(DOOR.caller(Role.INGESTER).get().uri("/api/gaps").exchange(), "GET /api/gaps", 403);
        Shapes.body(DOOR.caller(Role.VIEWER).put().uri("/api/workloads/shop").exchange(), "PUT /api/workloads/{id}",
                403);
        Shapes.body(DOOR.caller(Role.VIEWER).post().uri("/api/ingest/aws").exchange(), "POST /api/ingest/aws", 403);
        assertThat(DOOR.assessment.getAllServeEvents()).isEmpty();
    }

    @Test
    void aServicesAnswerComesThroughAsItIs() {
        DOOR.assessment.stubFor(put(urlEqualTo("/api/workloads/shop")).willReturn(aResponse().withStatus(412)
                .withHeader("Content-Type", "application/problem+json").withHeader("ETag", "\"7\"").withBody("{}")));

        DOOR.caller(Role.EDITOR).put().uri("/api/workloads/shop").header("If-Match", "\"6\"")
                .contentType(MediaType.APPLICATION_JSON).bodyValue("{}").exchange().expectStatus().isEqualTo(412)
                .expectHeader().valueEquals("ETag", "\"7\"").expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void answersCarrySecurityHeadersAndNoCors() {
        DOOR.caller(Role.VIEWER).get().uri("/api/gaps").header("Origin", "https://evil.example").exchange()
                .expectHeader().valueEquals("X-Content-Type-Options", "nosniff").expectHeader()
                .valueEquals("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'").expectHeader()
                .valueEquals("X-Frame-Options", "DENY").expectHeader().valueEquals("Referrer-Policy", "no-referrer")
                .expectHeader().valueEquals("Cross-Origin-Resource-Policy", "same-origin").expectHeader()
                .value("Cache-Control", value -> assertThat(value).contains("no-store"))
                .expectHeader().doesNotExist("Access-Control-Allow-Origin");
    }

    @Test
    void aServiceThatIsAwayIsAProblemThatSaysWhenToTryAgain() {
        WebTestClient editor = DOOR.caller(Role.EDITOR);
        for (WebTestClient.ResponseSpec answer : List.of(
                editor.get().uri("/api/notifications/endpoints").exchange(),
                editor.post().uri("/api/notifications/endpoints").bodyValue("{}").exchange())) {
            JsonNode problem = Shapes.body(answer.expectHeader().valueEquals("Retry-After", "5"),
                    "GET /api/notifications/endpoints", 503);
            assertThat(problem.path("detail").asString()).startsWith("the notification service");
        }
    }

    @Test
    void aServiceThatBreaksTheConnectionIsAProblemToo() {
        WebTestClient viewer = DOOR.caller(Role.VIEWER);
        for (Fault fault : List.of(Fault.CONNECTION_RESET_BY_PEER, Fault.EMPTY_RESPONSE)) {
            DOOR.assessment.stubFor(get(urlEqualTo("/api/gaps")).willReturn(aResponse().withFault(fault)));
            Shapes.body(viewer.get().uri("/api/gaps").exchange().expectHeader().exists("Retry-After"), "GET /api/gaps",
                    503);
        }
    }

    @Test
    void aServiceThatTakesTooLongIsATimeout() {
        DOOR.assessment.stubFor(get(urlEqualTo("/api/gaps")).willReturn(okJson("{}").withFixedDelay(10_000)));

        Shapes.body(DOOR.caller(Role.VIEWER).get().uri("/api/gaps").exchange(), "GET /api/gaps", 504);
    }

    @Test
    void aServiceThatRefusesTheGatewayIsNotTheCallersFault() {
        DOOR.assessment.stubFor(get(urlEqualTo("/api/gaps"))
                .willReturn(aResponse().withStatus(401).withHeader("WWW-Authenticate", "Bearer")));

        Shapes.body(DOOR.caller(Role.VIEWER).get().uri("/api/gaps").exchange().expectHeader()
                .doesNotExist("WWW-Authenticate"), "GET /api/gaps", 503);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWithAndWithoutItsLength() {
        WebTestClient editor = DOOR.caller(Role.EDITOR);
        byte[] large = new byte[(int) Door.MAX_BODY + 1];

        Shapes.body(editor.put().uri("/api/workloads/shop").contentType(MediaType.APPLICATION_JSON).bodyValue(large)
                .exchange(), "PUT /api/workloads/{id}", 413);
        Shapes.body(editor.put().uri("/api/workloads/shop").contentType(MediaType.APPLICATION_JSON)
                .body(BodyInserters.fromDataBuffers(chunks(Door.MAX_BODY + 1))).exchange(), "PUT /api/workloads/{id}",
                413);
    }

    @Test
    void anIngestedBodyMayBeLargerButNotWithoutEnd() {
        DOOR.assessment.stubFor(post(urlPathEqualTo("/api/ingest/aws")).willReturn(okJson("{}").withStatus(202)));
        WebTestClient ingester = DOOR.caller(Role.INGESTER);

        ingester.post().uri("/api/ingest/aws").contentType(MediaType.APPLICATION_JSON)
                .body(BodyInserters.fromDataBuffers(chunks(Door.MAX_INGEST_BODY - 10))).exchange().expectStatus()
                .isAccepted();
        assertThat(DOOR.assessment.findAll(postRequestedFor(urlPathEqualTo("/api/ingest/aws"))).getFirst().getBody())
                .hasSize((int) Door.MAX_INGEST_BODY - 10);
        Shapes.body(ingester.post().uri("/api/ingest/aws").contentType(MediaType.APPLICATION_JSON)
                .body(BodyInserters.fromDataBuffers(chunks(Door.MAX_INGEST_BODY + 1))).exchange(),
                "POST /api/ingest/aws", 413);
    }

    @Test
    void oneKeyMaySendOnlySoOften() {
        WebTestClient ingester = DOOR.caller(Role.INGESTER);
        List<Integer> answers = new java.util.ArrayList<>();
        for (int i = 0; i < Door.INGEST_BURST * 4; i++) {
            answers.add(ingester.post().uri("/api/ingest/aws").bodyValue("{}").exchange().returnResult(String.class)
                    .getStatus().value());
        }

        assertThat(answers.subList(0, Door.INGEST_BURST)).containsOnly(200);
        assertThat(answers).contains(429);
        DOOR.caller(Role.INGESTER).post().uri("/api/ingest/aws").bodyValue("{}").exchange().expectStatus().isOk();
    }

    @Test
    void whoTriesWrongKeysFromOneAddressHasToWaitButAKnownKeyPasses() {
        String good = DOOR.key(Role.VIEWER).text().text();
        WebTestClient guesser = DOOR.stranger();
        with(guesser, good).expectStatus().isOk();
        List<Integer> answers = new java.util.ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String wrong = DOOR.context.getBean(dev.demarc.gateway.keys.ApiKeys.class).newText().text();
            // the body is read too: a connection whose answer nobody reads is not free for the next request
            answers.add(with(guesser, wrong).expectBody(String.class).returnResult().getStatus().value());
        }

        assertThat(answers.getFirst()).isEqualTo(401);
        assertThat(answers.getLast()).isEqualTo(429);
        with(DOOR.stranger(), good).expectStatus().isOk();
    }

    /** As a browser's does that asks again before the answer has ended; Reactor Netty up to 1.3.7 stopped reading then. */
    @Test
    void aConnectionIsReadOnAfterARequestThatCameBeforeTheAnswerToTheOneBefore() throws IOException {
        DOOR.assessment.stubFor(get(urlEqualTo("/api/gaps")).willReturn(okJson("{}").withFixedDelay(300)));
        String slow = request("/api/gaps", "Authorization: Bearer " + DOOR.key(Role.VIEWER).text().text() + "\r\n");
        String quick = request("/favicon.svg", "");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(DOOR.url()).getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((slow + quick).getBytes(StandardCharsets.US_ASCII));
            readAnswers(socket, 2);

            socket.getOutputStream().write(quick.getBytes(StandardCharsets.US_ASCII));

            readAnswers(socket, 1);
        }
    }

    private static String request(String path, String header) {
        return "GET " + path + " HTTP/1.1\r\nHost: " + URI.create(DOOR.url()).getAuthority() + "\r\n" + header + "\r\n";
    }

    /** Until the heads of so many answers have come; fails where they do not come in time. */
    private static void readAnswers(Socket socket, int answers) throws IOException {
        StringBuilder read = new StringBuilder();
        byte[] some = new byte[8_192];
        while (read.toString().split("HTTP/1\\.1 200", -1).length - 1 < answers) {
            int length = socket.getInputStream().read(some);
            assertThat(length).as("the connection goes on after " + read).isPositive();
            read.append(new String(some, 0, length, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void aLiveStreamPassesEachEventAtOnce() {
        DOOR.assessment.stubFor(get(urlEqualTo("/api/stream/gaps")).willReturn(aResponse()
                .withHeader("Content-Type", "text/event-stream").withBody("data:one\n\ndata:two\n\n")
                .withChunkedDribbleDelay(2, 6_000)));

        List<Tuple2<Long, String>> events = Objects
                .requireNonNull(DOOR.caller(Role.VIEWER).get().uri("/api/stream/gaps")
                        .accept(MediaType.TEXT_EVENT_STREAM).exchange().expectStatus().isOk().returnResult(String.class)
                        .getResponseBody().elapsed().collectList().block(Duration.ofSeconds(30)));

        assertThat(events).extracting(Tuple2::getT2).containsExactly("one", "two");
        assertThat(events.getLast().getT1()).as("milliseconds between the two").isGreaterThan(1_000);
    }

    @Test
    void aLargeAnswerIsCompressedAndAPolicyOfTheServiceIsKept() {
        String large = "{\"x\":\"" + "abc".repeat(2_000) + "\"}";
        DOOR.assessment.stubFor(get(urlEqualTo("/api/gaps")).willReturn(okJson(large)));
        DOOR.catalog.stubFor(get(urlPathEqualTo("/api/catalog/matrix")).willReturn(aResponse().withBody(large)
                .withHeader("Content-Type", "text/html").withHeader("Content-Security-Policy", "style-src 'x'")));
        String key = "Bearer " + DOOR.key(Role.VIEWER).text().text();

        HttpResponse<byte[]> json = Plain.get(DOOR.url() + "/api/gaps", "Authorization", key, "Accept-Encoding",
                "gzip");
        HttpResponse<byte[]> html = Plain.get(DOOR.url() + "/api/catalog/matrix", "Authorization", key,
                "Accept-Encoding", "gzip");

        assertThat(Plain.header(json, "Content-Encoding")).isEqualTo("gzip");
        assertThat(json.body()).hasSizeLessThan(1_000);
        assertThat(Plain.header(html, "Content-Encoding")).isEmpty();
        assertThat(html.headers().allValues("Content-Security-Policy")).containsExactly("style-src 'x'");
    }

    @Test
    void healthTellsWhichServiceIsDownWithoutAKeyAndInBoundedTime() {
        DOOR.catalog.stubFor(get(urlEqualTo("/actuator/health/readiness")).willReturn(okJson("{}")));
        DOOR.assessment.stubFor(get(urlEqualTo("/actuator/health/readiness"))
                .willReturn(okJson("{}").withFixedDelay(20_000)));
        Instant start = Instant.now();

        JsonNode health = Shapes.body(DOOR.stranger().get().uri("/api/health").exchange(), "GET /api/health", 503);

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(health.path("status").asString()).isEqualTo("down");
        assertThat(health.path("services").path("catalog").asString()).isEqualTo("up");
        assertThat(health.path("services").path("gateway").asString()).isEqualTo("up");
        assertThat(health.path("services").path("assessment").asString()).isEqualTo("down");
        assertThat(health.path("services").path("notification").asString()).isEqualTo("down");
    }

    private static void unauthorized(WebTestClient client, HttpMethod method, String path) {
        client.method(method).uri(path).exchange().expectStatus().isUnauthorized().expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer realm=\"demarc\"");
    }

    private static String detail(String key) {
        return Shapes.body(with(DOOR.stranger(), key), "GET /api/whoami", 401).path("detail").asString();
    }

    private static WebTestClient.ResponseSpec with(WebTestClient client, String key) {
        return client.get().uri("/api/whoami").headers(headers -> headers.setBearerAuth(key)).exchange();
    }

    private static Flux<DataBuffer> chunks(long bytes) {
        int size = 64 * 1024;
        long whole = bytes / size;
        return Flux.concat(Flux.range(0, (int) whole).map(_ -> size), Flux.just((int) (bytes % size)))
                .map(length -> DefaultDataBufferFactory.sharedInstance
                        .wrap("x".repeat(length).getBytes(StandardCharsets.US_ASCII)));
    }
}
