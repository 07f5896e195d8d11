package dev.demarc.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.demarc.platform.web.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import reactor.core.publisher.Flux;

/** A service as it is wired with the two configurations, over real HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceHttpTest {

    private final ConfigurableApplicationContext context;
    private final WebTestClient client;
    private final InternalTokenMinter minter;

    ServiceHttpTest(@TempDir Path dir) {
        InternalKeys keys = InternalKeys.generate(dir);
        minter = new InternalTokenMinter(InternalKeys.readPrivate(keys.privateKey()), Clock.systemUTC());
        context = new SpringApplicationBuilder(SampleService.class).properties(Map.of(
                "spring.config.name", "sample-service", "server.port", "0", "spring.main.banner-mode", "off",
                "demarc.internal-token.audience", "sample",
                "demarc.internal-token.public-key-file", keys.publicKey().toString(),
                "demarc.web.max-body", "10KB")).run();
        client = WebTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port(context)).build();
    }

    private static String port(ConfigurableApplicationContext context) {
        return Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
    }

    @AfterAll
    void stop() {
        context.close();
    }

    @Test
    void withoutATokenOnlyHealthAnswers() {
        client.get().uri("/actuator/health").exchange().expectStatus().isOk();
        client.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
        for (String path : new String[]{"/", "/api/things/1", "/api/none", "/actuator", "/actuator/env"}) {
            client.get().uri(path).exchange().expectStatus().isUnauthorized().expectHeader()
                    .valueEquals("WWW-Authenticate", "Bearer realm=\"demarc\"").expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }

    @Test
    void aTokenForAnotherServiceIsRefused() {
        String token = minter.mint(new Caller("k-1", Set.of(Role.ADMIN), Set.of()), "other");

        client.get().uri("/api/things/1").headers(headers -> headers.setBearerAuth(token)).exchange().expectStatus()
                .isUnauthorized();
    }

    @Test
    void aTokenInTheAddressIsNoToken() {
        String token = minter.mint(new Caller("k-1", Set.of(Role.ADMIN), Set.of()), "sample");

        client.get().uri("/api/things/1?access_token=" + token).exchange().expectStatus().isUnauthorized();
    }

    @Test
    void theHandlerKnowsTheCaller() {
        client.get().uri("/api/caller").headers(headers -> headers.setBearerAuth(token(Role.VIEWER))).exchange()
                .expectStatus().isOk().expectBody().jsonPath("$.id").isEqualTo("k-1").jsonPath("$.roles[0]")
                .isEqualTo("viewer").jsonPath("$.teams[0]").isEqualTo("payments");
    }

    @Test
    void aRoleThatIsNotEnoughIsForbidden() {
        Problem problem = problem(HttpMethod.POST, "/api/things", "{\"name\":\"x\",\"size\":1}", 403, Role.VIEWER);

        assertThat(problem.detail()).contains("roles");
    }

    @Test
    void brokenJsonIsToldWithLineAndColumn() {
        Problem problem = problem(HttpMethod.POST, "/api/things", "{\n  \"name\": \"x\",\n  \"size\": }", 400,
                Role.EDITOR);

        assertThat(problem.detail()).contains("line 3, column").contains("not valid JSON");
        assertThat(problem.type()).isEqualTo("about:blank");
    }

    @Test
    void aWrongTypeNamesFieldValueAndWhatWasExpected() {
        Problem problem = problem(HttpMethod.POST, "/api/things", "{\"name\":\"x\",\"size\":\"big\"}", 400,
                Role.EDITOR);

        assertThat(problem.field()).isEqualTo("size");
        assertThat(problem.value()).isEqualTo("big");
        assertThat(problem.expected()).isEqualTo("a whole number");
        assertThat(problem.detail()).doesNotContain("java");
    }

    @Test
    void aWrongWordNamesTheKnownOnes() {
        Problem problem = problem(HttpMethod.POST, "/api/things", "{\"name\":\"x\",\"size\":1,\"role\":\"root\"}", 400,
                Role.EDITOR);

        assertThat(problem.field()).isEqualTo("role");
        assertThat(problem.detail()).contains("viewer, ingester, editor, admin");
    }

    @Test
    void anUnknownFieldIsRefused() {
        Problem problem = problem(HttpMethod.POST, "/api/things", "{\"name\":\"x\",\"size\":1,\"sise\":2}", 400,
                Role.EDITOR);

        assertThat(problem.field()).isEqualTo("sise");
        assertThat(problem.expected()).isEqualTo("one of name, role, size");
    }

    @Test
    void aConstraintNamesItsField() {
        Problem problem = problem(HttpMethod.POST, "/api/things", "{\"name\":\"\",\"size\":1}", 400, Role.EDITOR);

        assertThat(problem.field()).isEqualTo("name");
        assertThat(problem.expected()).isEqualTo("must not be blank");
    }

    @Test
    void aMissingBodyAndAWrongParameterAreToldApart() {
        assertThat(problem(HttpMethod.POST, "/api/things", "", 400, Role.EDITOR).detail()).contains("body");
        Problem number = problem(HttpMethod.GET, "/api/things/one", null, 400, Role.VIEWER);
        assertThat(number.field()).isEqualTo("number");
        assertThat(number.value()).isEqualTo("one");
        assertThat(number.expected()).isEqualTo("a whole number");
        assertThat(problem(HttpMethod.GET, "/api/search", null, 400, Role.VIEWER).field()).isEqualTo("q");
    }

    @Test
    void whatIsNotThereIsAProblemToo() {
        assertThat(problem(HttpMethod.GET, "/api/none", null, 404, Role.ADMIN).title()).isEqualTo("Not Found");
        assertThat(problem(HttpMethod.GET, "/api/things/404", null, 404, Role.ADMIN).field()).isEqualTo("id");
        assertThat(problem(HttpMethod.DELETE, "/api/things", null, 405, Role.ADMIN).detail()).contains("POST");
        client.post().uri("/api/things").headers(headers -> headers.setBearerAuth(token(Role.ADMIN)))
                .contentType(MediaType.TEXT_PLAIN).bodyValue("x").exchange().expectStatus().isEqualTo(415)
                .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void aRefusalOfAHandlerComesAsItIs() {
        assertThat(problem(HttpMethod.GET, "/api/refusals/bad", null, 400, Role.ADMIN).value())
                .isEqualTo("(not shown)");
        assertThat(problem(HttpMethod.GET, "/api/refusals/conflict", null, 409, Role.ADMIN).expected())
                .isEqualTo("open");
        assertThat(problem(HttpMethod.GET, "/api/refusals/stale", null, 412, Role.ADMIN).expected())
                .isEqualTo("\"7\"");
        assertThat(problem(HttpMethod.GET, "/api/refusals/missing", null, 428, Role.ADMIN).field())
                .isEqualTo("If-Match");
    }

    @Test
    void aStoreThatIsAwayIsToldWithATimeToTryAgain() {
        exchange(HttpMethod.GET, "/api/refusals/away", null, Role.ADMIN).expectStatus().isEqualTo(503).expectHeader()
                .valueEquals("Retry-After", "5");
    }

    @Test
    void aFaultOfOursShowsItsIdAndNothingOfItsInside() {
        Logger log = (Logger) LoggerFactory.getLogger("dev.demarc.platform.web.ProblemHandler");
        ListAppender<ILoggingEvent> logged = new ListAppender<>();
        logged.start();
        log.addAppender(logged);
        log.setAdditive(false);
        try {
            Problem problem = problem(HttpMethod.GET, "/api/refusals/bug", null, 500, Role.ADMIN);

            assertThat(problem.detail()).doesNotContain("hunter2", "Exception");
            assertThat(problem.instance()).startsWith("urn:uuid:");
            assertThat(logged.list).anySatisfy(event -> {
                assertThat(event.getFormattedMessage()).contains(problem.instance());
                assertThat(event.getThrowableProxy().getMessage()).contains("hunter2");
            });
        } finally {
            log.detachAppender(logged);
            log.setAdditive(true);
        }
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWithItsLength() {
        Problem problem = problem(HttpMethod.POST, "/api/bytes", "x".repeat(10 * 1024 + 1), 413, Role.ADMIN);

        assertThat(problem.expected()).isEqualTo("at most 10240 bytes");
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWithoutItsLengthToo() {
        Flux<org.springframework.core.io.buffer.DataBuffer> chunks = Flux.range(0, 20)
                .map(_ -> DefaultDataBufferFactory.sharedInstance
                        .wrap("x".repeat(1024).getBytes(StandardCharsets.UTF_8)));
        client.post().uri("/api/bytes").headers(headers -> headers.setBearerAuth(token(Role.ADMIN)))
                .contentType(MediaType.APPLICATION_JSON).body(BodyInserters.fromDataBuffers(chunks)).exchange()
                .expectStatus().isEqualTo(413).expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void aRefusedBodyDoesNotHoldUpTheNextRequestOfItsConnection() {
        for (int i = 0; i < 20; i++) {
            problem(HttpMethod.POST, "/api/things", "{\"name\":\"" + "x".repeat(5_000) + "\",\"size\":1}", 403,
                    Role.VIEWER);
            problem(HttpMethod.POST, "/api/bytes", "x".repeat(10 * 1024 + 1), 413, Role.ADMIN);
            exchange(HttpMethod.GET, "/api/caller", null, Role.VIEWER).expectStatus().isOk();
        }
    }

    @Test
    void itListensOnThisMachineOnlyUnlessToldOtherwise() {
        assertThat(context.getBean(dev.demarc.platform.web.WebProperties.class).bindAddress().isLoopbackAddress())
                .isTrue();
    }

    private Problem problem(HttpMethod method, String path, @Nullable String body, int status, Role role) {
        EntityExchangeResult<Problem> result = exchange(method, path, body, role).expectStatus().isEqualTo(status)
                .expectHeader().contentType(MediaType.APPLICATION_PROBLEM_JSON).expectHeader()
                .valueEquals("Cache-Control", "no-store").expectBody(Problem.class).returnResult();
        return Objects.requireNonNull(result.getResponseBody());
    }

    private WebTestClient.ResponseSpec exchange(HttpMethod method, String path, @Nullable String body, Role role) {
        WebTestClient.RequestBodySpec request = client.method(method).uri(path)
                .headers(headers -> headers.setBearerAuth(token(role))).contentType(MediaType.APPLICATION_JSON);
        return (body == null ? request : request.bodyValue(body)).exchange();
    }

    private String token(Role role) {
        return minter.mint(new Caller("k-1", Set.of(role), Set.of("payments")), "sample");
    }
}
