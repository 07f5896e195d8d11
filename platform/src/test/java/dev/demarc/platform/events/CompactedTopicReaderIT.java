package dev.demarc.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.demarc.platform.runtime.Unavailable;
import dev.demarc.platform.testing.Shared;
import dev.demarc.platform.testing.TestKafka;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class CompactedTopicReaderIT {

    private static final Duration WAIT = Duration.ofSeconds(30);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final AtomicInteger outages = new AtomicInteger();
    private final CompactedTopicHandler handler = new CompactedTopicHandler() {
        @Override
        public void put(Received received) throws Poison {
            if (outages.getAndDecrement() > 0) {
                throw new Unavailable("away", null);
            }
            if (TestKafka.text(received.value()).equals("bad")) {
                throw new Poison("bad");
            }
            seen.add(received.key() + "=" + TestKafka.text(received.value()));
        }

        @Override
        public void removed(String key) {
            seen.add(key + " gone");
        }
    };

    @Test
    void theWholeTopicIsReadInOrderThenWhatComesLaterAndAllAgainAfterARestart() {
        String topic = topic();
        put(topic, "a", "1");
        put(topic, "b", "2");
        TestKafka.send(List.of(new ProducerRecord<>(topic, TestKafka.bytes("a"), null)));
        CompactedTopicReader reader = reader(topic);
        reader.start();
        assertThat(reader.caughtUp()).succeedsWithin(WAIT);
        assertThat(seen).containsExactly("a=1", "b=2", "a gone");
        put(topic, "c", "3");
        await().atMost(WAIT).until(() -> seen.size() == 4);
        reader.stop();
        seen.clear();
        CompactedTopicReader again = reader(topic);
        again.start();
        assertThat(again.caughtUp()).succeedsWithin(WAIT);
        again.stop();
        assertThat(seen).containsExactly("a=1", "b=2", "a gone", "c=3");
        TestKafka.await(admin -> assertThat(admin.listGroups().all().get()).noneMatch(
                group -> group.groupId().contains(topic)));
    }

    @Test
    void anEmptyTopicIsReadToItsEndAtOnce() {
        CompactedTopicReader reader = reader(topic());
        reader.start();
        assertThat(reader.caughtUp()).succeedsWithin(WAIT);
        reader.stop();
    }

    @Test
    void outagesAreWaitedForInOrderAndPoisonIsCountedAndSkipped() {
        String topic = topic();
        put(topic, "a", "1");
        put(topic, "b", "bad");
        put(topic, "c", "3");
        outages.set(3);
        CompactedTopicReader reader = reader(topic);
        reader.start();
        assertThat(reader.caughtUp()).succeedsWithin(WAIT);
        reader.stop();
        assertThat(seen).containsExactly("a=1", "c=3");
        assertThat(meters.counter("demarc.events.compacted.skipped", "topic", topic).count()).isEqualTo(1);
    }

    private static String topic() {
        return TestKafka.topic("compacted", 1, Map.of("cleanup.policy", "compact"));
    }

    private static void put(String topic, String key, String value) {
        TestKafka.send(List.of(new ProducerRecord<>(topic, TestKafka.bytes(key), TestKafka.bytes(value))));
    }

    private CompactedTopicReader reader(String topic) {
        EventsProperties properties = new EventsProperties(Shared.brokers(), (short) 1, "/x", Duration.ofSeconds(5),
                "");
        return new CompactedTopicReader(topic, handler, ClientSettings.reader(properties, "test"), meters);
    }
}
