package dev.demarc.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.demarc.contracts.Topic;
import dev.demarc.embedded.EmbeddedBroker;
import dev.demarc.platform.testing.Shared;
import dev.demarc.platform.testing.TestKafka;
import dev.demarc.platform.testing.TestService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class ConsumersStartIT {

    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final int SESSION_MILLIS = 300_000;

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final BatchHandler handler = records -> records.forEach(
            received -> done.add(TestKafka.text(received.value())));

    @Test
    void nothingIsConsumedBeforeWhatMustBeThereFirst() {
        String topic = TestKafka.topic("later", 1, Map.of());
        TestKafka.send(topic, "1", "2");
        CompletableFuture<Void> first = new CompletableFuture<>();
        try (ConfigurableApplicationContext context = TestService.start(topic, topic, handler)) {
            ConsumersStart start = new ConsumersStart(context.getBean(Topics.class), context.getBean(Bindings.class),
                    List.of(Topic.ASSESSMENT_DEAD_LETTERS), first, List.of("probe"));
            start.start();
            assertThat(context.getBean(Bindings.class).isRunning("probe")).isFalse();
            assertThat(start.started()).isNotDone();
            first.complete(null);
            assertThat(start.started()).succeedsWithin(WAIT);
            await().atMost(WAIT).untilAsserted(() -> assertThat(done).containsExactly("1", "2"));
        }
    }

    @Test
    void aNamedInstanceThatWasKilledGetsItsPartitionsBackWithoutWaitingUntilItIsGivenUp() {
        String topic = TestKafka.topic("killed", 1, Map.of());
        TestKafka.send(topic, "1", "2");
        Map<String, Object> settings = new HashMap<>(Map.of("bootstrap.servers", Shared.brokers(), "group.id", topic,
                "group.instance.id", "one-probe-in-0-0", "session.timeout.ms", SESSION_MILLIS,
                "partition.assignment.strategy", CooperativeStickyAssignor.class.getName(),
                "auto.offset.reset", "earliest", "enable.auto.commit", false));
        settings.put("key.deserializer", ByteArrayDeserializer.class);
        settings.put("value.deserializer", ByteArrayDeserializer.class);
        try (KafkaConsumer<byte[], byte[]> killed = new KafkaConsumer<>(settings)) {
            killed.subscribe(List.of(topic));
            await().atMost(WAIT).until(() -> !killed.poll(Duration.ofMillis(100)).isEmpty());
            try (ConfigurableApplicationContext context = TestService.start(topic, topic, handler,
                    "demarc.kafka.instance=one")) {
                context.getBean(Bindings.class).start("probe");
                await().atMost(WAIT).untilAsserted(() -> assertThat(done).containsExactly("1", "2"));
            }
        }
    }

    @Test
    void aServiceThatStartsBeforeTheBrokerConsumesWhenTheBrokerIsThere() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (ConfigurableApplicationContext context = TestService.start(Topic.INGEST_RAW.topicName(), "early",
                handler, "demarc.kafka.brokers=127.0.0.1:" + port)) {
            ConsumersStart start = new ConsumersStart(context.getBean(Topics.class), context.getBean(Bindings.class),
                    List.of(Topic.INGEST_RAW, Topic.ASSESSMENT_DEAD_LETTERS),
                    CompletableFuture.completedFuture(null), List.of("probe"));
            start.start();
            try (EmbeddedBroker _ = EmbeddedBroker.start(Shared.directory("late-broker"), port)) {
                assertThat(start.started()).succeedsWithin(WAIT);
                TestKafka.sendTo("127.0.0.1:" + port, Topic.INGEST_RAW.topicName(), "early bird");
                await().atMost(WAIT).untilAsserted(() -> assertThat(done).containsExactly("early bird"));
                context.close();
            }
        }
    }
}
