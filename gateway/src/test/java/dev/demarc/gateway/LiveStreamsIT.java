package dev.demarc.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.demarc.gateway.keys.ApiKeys;
import dev.demarc.gateway.keys.mongo.MongoKeyStore;
import dev.demarc.gateway.sessions.Sessions;
import dev.demarc.platform.mongo.Await;
import dev.demarc.platform.security.Role;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Live streams through a gateway that looks after them often and gives idle connections up soon. */
class LiveStreamsIT {

    private static final Door DOOR = Door.OPEN;
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int MOST = 3;

    private static final AtomicInteger OPEN = new AtomicInteger();
    private static volatile Flux<String> events = Flux.never();
    private static final DisposableServer SERVICE = HttpServer.create().host("127.0.0.1").port(0)
            .route(routes -> routes.get("/api/stream/gaps", (_, answer) -> {
                Flux<ByteBuf> lines = Flux.just("ready").concatWith(events)
                        .map(text -> Unpooled.copiedBuffer("data:" + text + "\n\n", StandardCharsets.UTF_8));
                return answer.sse().send(lines.doOnSubscribe(_ -> OPEN.incrementAndGet())
                        .doFinally(_ -> OPEN.decrementAndGet()), _ -> true);
            })).bindNow();
    private static ConfigurableApplicationContext gateway;

    @BeforeAll
    static void start() {
        gateway = DOOR.another(Map.of("DEMARC_ASSESSMENT_URL", "http://127.0.0.1:" + SERVICE.port(),
                "DEMARC_STREAM_CHECK", "200ms", "DEMARC_STREAMS", MOST, "server.netty.idle-timeout", "500ms"));
    }

    @Test
    void eachEventComesAtOnceThoughTheBrowserTakesCompression() {
        Sinks.Many<String> sink = Sinks.many().unicast().onBackpressureBuffer();
        events = sink.asFlux();
        Queue<String> seen = new ConcurrentLinkedQueue<>();

        Disposable stream = open(client(key())).getResponseBody().subscribe(seen::add);

        for (int i = 0; i < 3; i++) {
            int received = i + 1;
            await().atMost(SOON).until(() -> seen.size() == received);
            sink.tryEmitNext("event " + i);
        }
        await().atMost(SOON).until(() -> seen.size() == 4);
        assertThat(seen).containsExactly("ready", "event 0", "event 1", "event 2");
        stream.dispose();
    }

    @Test
    void aQuietStreamIsNotCut() {
        events = Mono.delay(Duration.ofMillis(1_500)).thenReturn("late").flux();

        assertThat(open(client(key())).getResponseBody().collectList().block(SOON)).containsExactly("ready", "late");
    }

    @Test
    void whenTheReaderGoesTheServiceIsToldAtOnce() {
        events = Flux.never();
        Disposable stream = reading(client(key()));
        await().atMost(SOON).until(() -> OPEN.get() == 1);

        stream.dispose();

        await().atMost(SOON).until(() -> OPEN.get() == 0);
    }

    @Test
    void theStreamOfARevokedKeyEnds() {
        events = Flux.never();
        ApiKeys.Issued key = DOOR.key(Role.VIEWER);

        Mono<List<String>> whole = open(client(key)).getResponseBody().publishOn(Schedulers.boundedElastic())
                .doOnNext(_ -> Await.one(new MongoKeyStore(DOOR.database()).revoke(key.key().id(), "x", Instant.now())))
                .collectList();

        assertThat(whole.block(SOON)).containsExactly("ready");
        await().atMost(SOON).until(() -> OPEN.get() == 0);
    }

    @Test
    void theStreamOfAClosedSessionEnds() {
        events = Flux.never();
        Sessions sessions = gateway.getBean(Sessions.class);
        Sessions.Opened session = Await.one(sessions.open(DOOR.key(Role.VIEWER).key()));
        WebTestClient browser = client().mutate().defaultCookie("demarc-session", session.token()).build();

        Queue<String> seen = new ConcurrentLinkedQueue<>();
        List<String> ended = new ArrayList<>();
        open(browser).getResponseBody().doOnComplete(() -> ended.add("ended")).subscribe(seen::add);
        await().atMost(SOON).until(() -> !seen.isEmpty());
        Await.none(sessions.close(session.token()));

        await().atMost(SOON).until(() -> !ended.isEmpty() && OPEN.get() == 0);
    }

    @Test
    void oneCallerHasOnlySoManyAtOnce() {
        events = Flux.never();
        ApiKeys.Issued key = key();
        List<Disposable> streams = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            streams.add(reading(client(key)));
        }
        await().atMost(SOON).until(() -> OPEN.get() == MOST);

        Shapes.body(client(key).get().uri("/api/stream/gaps").exchange().expectHeader().exists("Retry-After"),
                "GET /api/stream/gaps", 429);
        Disposable other = reading(client(key()));
        await().atMost(SOON).until(() -> OPEN.get() == MOST + 1);

        streams.removeLast().dispose();
        await().atMost(SOON).until(() -> OPEN.get() == MOST);
        await().atMost(SOON).untilAsserted(() -> {
            Disposable next = reading(client(key));
            try {
                await().atMost(Duration.ofSeconds(1)).until(() -> OPEN.get() == MOST + 1);
            } finally {
                next.dispose();
            }
        });
        other.dispose();
        streams.forEach(Disposable::dispose);
        await().atMost(SOON).until(() -> OPEN.get() == 0);
    }

    private static Disposable reading(WebTestClient client) {
        return open(client).getResponseBody().subscribe();
    }

    private static FluxExchangeResult<String> open(WebTestClient client) {
        return client.get().uri("/api/stream/gaps").accept(MediaType.TEXT_EVENT_STREAM).exchange().expectStatus().isOk()
                .returnResult(String.class);
    }

    private static ApiKeys.Issued key() {
        return DOOR.key(Role.VIEWER);
    }

    private static WebTestClient client(ApiKeys.Issued key) {
        return client().mutate().defaultHeader("Authorization", "Bearer " + key.text().text()).build();
    }

    private static WebTestClient client() {
        return DOOR.stranger().mutate().baseUrl(Door.url(Objects.requireNonNull(gateway))).build();
    }
}
