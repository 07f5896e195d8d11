package dev.demarc.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.demarc.platform.testing.Shared;
import dev.demarc.platform.testing.TestKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TopicTailIT {

    private static final Duration WAIT = Duration.ofSeconds(30);

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private volatile Set<Integer> full = Set.of();
    private final TopicTailHandler handler = new TopicTailHandler() {
        @Override
        public void begun(List<Long> from, List<Long> end) {
            seen.add(from + " to " + end);
        }

        @Override
        public void polled(List<Received> records) {
            records.forEach(each -> seen.add(each.partition() + ":" + TestKafka.text(each.value())));
        }

        @Override
        public Set<Integer> full() {
            return full;
        }
    };

    @Test
    void itBeginsABoundedWayBeforeTheEndAndFollowsWithoutAGroup() {
        String topic = TestKafka.topic("tail", 2, Map.of());
        put(topic, 0, "a", "b", "c", "d");
        put(topic, 1, "x");
        TopicTail tail = tail(topic);
        tail.start();
        await().atMost(WAIT).until(() -> seen.size() == 4);
        assertThat(seen.getFirst()).isEqualTo("[2, 0] to [4, 1]");
        assertThat(seen).containsExactlyInAnyOrder("[2, 0] to [4, 1]", "0:c", "0:d", "1:x");
        put(topic, 1, "y");
        await().atMost(WAIT).until(() -> seen.getLast().equals("1:y"));
        tail.stop();
        TestKafka.await(admin -> assertThat(admin.listGroups().all().get()).noneMatch(
                group -> group.groupId().contains(topic)));
    }

    @Test
    void aFullPartitionIsLeftAloneUntilThereIsRoomWhileTheOthersGoOn() {
        String topic = TestKafka.topic("tail", 2, Map.of());
        full = Set.of(0);
        TopicTail tail = tail(topic);
        tail.start();
        await().atMost(WAIT).until(() -> seen.size() == 1);
        put(topic, 0, "a");
        put(topic, 1, "x");
        await().atMost(WAIT).until(() -> seen.size() == 2);
        assertThat(seen.getLast()).isEqualTo("1:x");
        full = Set.of();
        await().atMost(WAIT).until(() -> seen.getLast().equals("0:a"));
        tail.stop();
    }

    @Test
    void aTopicWhoseRecordsAreGoneIsReadAnew() {
        String topic = TestKafka.topic("tail", 1, Map.of());
        full = Set.of(0);
        put(topic, 0, "a");
        TopicTail tail = tail(topic);
        tail.start();
        await().atMost(WAIT).until(() -> seen.size() == 1);
        put(topic, 0, "b", "c", "d");
        TestKafka.await(admin -> admin.deleteRecords(Map.of(new TopicPartition(topic, 0),
                RecordsToDelete.beforeOffset(3))).all().get(30, TimeUnit.SECONDS));
        full = Set.of();
        await().atMost(WAIT).until(() -> seen.getLast().equals("0:d"));
        assertThat(seen).containsExactly("[0] to [1]", "[3] to [4]", "0:d");
        tail.stop();
    }

    @Test
    void aTopicThatIsNotThereYetIsWaitedFor() {
        String topic = "tail-later-" + System.nanoTime();
        TopicTail tail = tail(topic);
        tail.start();
        TestKafka.await(admin -> admin.createTopics(
                List.of(new NewTopic(topic, 1, (short) 1))).all()
                .get(30, TimeUnit.SECONDS));
        put(topic, 0, "a");
        await().atMost(WAIT).until(() -> seen.contains("0:a"));
        tail.stop();
        assertThat(tail.isRunning()).isFalse();
    }

    private static void put(String topic, int partition, String... values) {
        List<ProducerRecord<byte @Nullable [], byte @Nullable []>> records = new ArrayList<>();
        for (String value : values) {
            records.add(new ProducerRecord<>(topic, partition, TestKafka.bytes(value), TestKafka.bytes(value)));
        }
        TestKafka.send(records);
    }

    private TopicTail tail(String topic) {
        EventsProperties properties = new EventsProperties(Shared.brokers(), (short) 1, "/x", Duration.ofSeconds(5),
                "");
        return new TopicTail(topic, 2, handler, ClientSettings.reader(properties, "test-tail"));
    }
}
