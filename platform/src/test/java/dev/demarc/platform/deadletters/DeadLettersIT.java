package dev.demarc.platform.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.demarc.contracts.Topic;
import dev.demarc.platform.events.Bindings;
import dev.demarc.platform.events.ConsumersStart;
import dev.demarc.platform.events.DeadLetterHeaders;
import dev.demarc.platform.events.PoisonAt;
import dev.demarc.platform.events.Topics;
import dev.demarc.platform.mongo.MongoConfiguration;
import dev.demarc.platform.security.Caller;
import dev.demarc.platform.security.Role;
import dev.demarc.platform.testing.Shared;
import dev.demarc.platform.testing.TestKafka;
import dev.demarc.platform.testing.TestService;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeadLettersIT {

    private static final Duration WAIT = Duration.ofSeconds(40);
    private static final byte[] NOT_UTF8 = {(byte) 0xff, 1, 2};

    private final AtomicBoolean healed = new AtomicBoolean();
    private final Set<String> processed = ConcurrentHashMap.newKeySet();
    private String topic = "";
    private ConfigurableApplicationContext context = new GenericApplicationContext();
    private DeadLetters deadLetters = unset();

    @SuppressWarnings("NullAway") // set before all tests
    private static DeadLetters unset() {
        return null;
    }

    @BeforeAll
    void threeRecordsArePoison() {
        topic = TestKafka.topic("poisoned", 1, Map.of());
        context = TestService.start(List.of(TestService.Probe.class, MongoConfiguration.class,
                DeadLettersConfiguration.class), records -> {
                    if (!healed.get()) {
                        throw new PoisonAt(0, "field", "not yet", null);
                    }
                    records.forEach(received -> processed.add(String.valueOf(received.key())));
                }, List.of("demarc.mongodb.uri=" + Shared.mongoUri(),
                        "demarc.dead-letters.topic=" + Topic.NOTIFICATION_DEAD_LETTERS.topicName(),
                        "spring.cloud.function.definition=probe;deadLetters",
                        "spring.cloud.stream.bindings.probe-in-0.destination=" + topic));
        ConsumersStart start = new ConsumersStart(context.getBean(Topics.class), context.getBean(Bindings.class),
                List.of(Topic.NOTIFICATION_DEAD_LETTERS), CompletableFuture.completedFuture(null),
                List.of("probe", "deadLetters"));
        start.start();
        assertThat(start.started()).succeedsWithin(WAIT);
        ProducerRecord<byte[], byte[]> first = new ProducerRecord<>(topic, TestKafka.bytes("key"),
                TestKafka.bytes("värde"));
        first.headers().add("ce_id", TestKafka.bytes("1")).add("binary", NOT_UTF8);
        TestKafka.send(List.of(first, new ProducerRecord<>(topic, TestKafka.bytes("second"), NOT_UTF8),
                new ProducerRecord<>(topic, TestKafka.bytes("third"), TestKafka.bytes("ä".repeat(40_000)))));
        deadLetters = context.getBean(DeadLetters.class);
        await().atMost(WAIT).until(() -> all().size() == 3);
    }

    @AfterAll
    void stop() {
        context.close();
    }

    @Test
    void aListIsPagedTheNewestFirstAndCounted() {
        var first = value(deadLetters.list(Set.of(), 2, null));
        var second = value(deadLetters.list(Set.of(), 2, DeadLetters.cursor(first.next())));
        assertThat(first.total()).isEqualTo(3);
        assertThat(first.items()).extracting(DeadLetter::key).containsExactly("third", "second");
        assertThat(second.items()).extracting(DeadLetter::key).containsExactly("key");
        assertThat(second.next()).isNull();
    }

    @Test
    void oneIsShownWithItsRecordAsTextOrBase64() {
        DeadLetterDetail text = value(deadLetters.inspect(idOf("key")));
        assertThat(text.value()).isEqualTo("värde");
        assertThat(text.encoding()).isEqualTo("utf-8");
        assertThat(text.headers()).containsEntry("ce_id", "1").containsKey(DeadLetterHeaders.REASON);
        assertThat(text.deadLetter().reason()).isEqualTo("not yet");
        assertThat(text.deadLetter().field()).isEqualTo("field");
        assertThat(text.deadLetter().topic()).isEqualTo(topic);
        assertThat(text.deadLetter().bytes()).isEqualTo(6);
        assertThat(value(deadLetters.inspect(idOf("second")))).satisfies(binary -> {
            assertThat(binary.encoding()).isEqualTo("base64");
            assertThat(binary.value()).isEqualTo("/wEC");
        });
        assertThat(value(deadLetters.inspect(idOf("third")))).satisfies(cut -> {
            assertThat(cut.encoding()).isEqualTo("utf-8");
            assertThat(cut.value()).isEqualTo("ä".repeat(32 * 1024));
            assertThat(cut.deadLetter().bytes()).isEqualTo(80_000);
        });
    }

    @Test
    void aReplayIsMadeOnceWithTheOriginalKeyAndHeadersAndAPurgeRemoves() {
        healed.set(true);
        WebTestClient client = client(Role.EDITOR);
        String path = "/api/dead-letters/test/" + idOf("key");
        client.post().uri(path + "/replay").exchange().expectStatus().isOk().expectBody().jsonPath("$.state")
                .isEqualTo("replayed").jsonPath("$.replayedBy").isEqualTo("k-1");
        client.post().uri(path + "/replay").exchange().expectStatus().isOk();
        var records = TestKafka.all(topic);
        assertThat(records).hasSize(4);
        var replayed = records.getLast();
        assertThat(TestKafka.text(replayed.key())).isEqualTo("key");
        assertThat(TestKafka.text(replayed.value())).isEqualTo("värde");
        assertThat(replayed.headers().toArray()).extracting(header -> header.key()).containsExactly("ce_id", "binary");
        assertThat(replayed.headers().lastHeader("binary").value()).isEqualTo(NOT_UTF8);
        client.get().uri("/api/dead-letters/test?state=replayed").exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.items.length()").isEqualTo(1).jsonPath("$.total").isEqualTo(1);
        await().atMost(WAIT).until(() -> processed.contains("key"));
        healed.set(false);
        TestKafka.send(topic, "purge-me");
        await().atMost(WAIT).until(() -> all().stream().anyMatch(letter -> "purge-me".equals(letter.key())));
        client.delete().uri("/api/dead-letters/test/" + idOf("purge-me")).exchange().expectStatus().isNoContent();
        await().atMost(WAIT).until(() -> all().stream().noneMatch(letter -> "purge-me".equals(letter.key())));
    }

    private List<DeadLetter> all() {
        return value(deadLetters.list(EnumSet.noneOf(DeadLetterState.class), 100, null)).items();
    }

    private String idOf(String key) {
        return all().stream().filter(letter -> key.equals(letter.key())).findAny().orElseThrow().id();
    }

    private static <T> T value(Mono<T> mono) {
        return mono.blockOptional(WAIT).orElseThrow();
    }

    private WebTestClient client(Role role) {
        AnnotationConfigApplicationContext web = new AnnotationConfigApplicationContext();
        web.getEnvironment().getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("demarc.dead-letters.service", "test")));
        web.registerBean(DeadLettersController.class, () -> new DeadLettersController(deadLetters));
        web.registerBean(FixedCaller.class, () -> new FixedCaller(role));
        web.register(Web.class);
        web.refresh();
        return WebTestClient.bindToApplicationContext(web).build();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebFlux
    static class Web {}

    private record FixedCaller(Role role) implements WebFluxConfigurer, HandlerMethodArgumentResolver {
        @Override
        public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
            resolvers.addCustomResolver(this);
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding,
                ServerWebExchange exchange) {
            return Mono.just(new Caller("k-1", Set.of(role), Set.of()));
        }
    }
}
