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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class ConsumersStartIT {

    private static final Duration WAIT = Duration.ofSeconds(60);

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
