package dev.demarc.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.contracts.Examples;
import dev.demarc.contracts.Topic;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.SubjectChanged;
import dev.demarc.contracts.event.SubjectDeleted;
import dev.demarc.platform.testing.Shared;
import dev.demarc.platform.testing.TestKafka;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventPublisherIT {

    private static final Instant TIME = Instant.parse("2026-11-20T09:20:00.123456789Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeAll
    static void topics() {
        new Topics(properties(Shared.brokers(), Duration.ofSeconds(10))).create(Topic.values());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyGoldenExampleIsReadAsItWasPublished(EventType type) throws Poison {
        OutgoingEvent outgoing = new OutgoingEvent(UUID.randomUUID().toString(), TIME, Examples.event(type));
        publish(List.of(outgoing));
        ConsumerRecord<?, ?> record = published(type.topic(), outgoing.id());
        assertThat(TestKafka.header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(TestKafka.header(record, "ce_type")).isEqualTo(type.type());
        assertThat(TestKafka.header(record, "ce_source")).isEqualTo("/demarc/test");
        assertThat(TestKafka.header(record, "ce_time")).isEqualTo("2026-11-20T09:20:00.123456789Z");
        assertThat(TestKafka.header(record, "ce_subject")).isEqualTo(outgoing.event().key());
        assertThat(TestKafka.header(record, "content-type")).isEqualTo("application/json");
        IncomingEvent read = EventReader.read(received(type.topic(), outgoing.id()));
        assertThat(read.event()).isEqualTo(outgoing.event());
        assertThat(read.id()).isEqualTo(outgoing.id());
        assertThat(read.time()).isEqualTo(TIME);
        assertThat(read.record().key()).isEqualTo(outgoing.event().key());
    }

    @Test
    void fifteenHundredEventsTakeFarLessThanOneRoundTripEach() {
        SubjectDeleted deleted = (SubjectDeleted) Examples.event(EventType.SUBJECT_DELETED);
        List<OutgoingEvent> events = IntStream.range(0, 1_500)
                .mapToObj(i -> new OutgoingEvent("quick-" + i + "-" + UUID.randomUUID(), TIME, deleted)).toList();
        try (RecordSender sender = sender(Shared.brokers(), Duration.ofSeconds(10))) {
            EventPublisher publisher = publisher(sender);
            publisher.publish(events.subList(0, 1));
            long before = System.nanoTime();
            publisher.publish(events);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
        }
        assertThat(meters.counter("demarc.events.published").count()).isEqualTo(1_501);
        assertThat(meters.find("kafka.producer.record.send.total").functionCounters()).isNotNull();
    }

    @Test
    void anEventThatIsTooLargeIsRefusedByNameBeforeAnythingIsSent() {
        String first = "first-" + UUID.randomUUID();
        OutgoingEvent small = new OutgoingEvent(first, TIME, Examples.event(EventType.SUBJECT_DELETED));
        SubjectChanged changed = (SubjectChanged) Examples.event(EventType.SUBJECT_CHANGED);
        SubjectChanged large = new SubjectChanged(changed.subject(), changed.capturedAt(), changed.stateId(),
                changed.receivedAt(), "x".repeat(Topic.MAX_RECORD_BYTES), null, changed.tags(), null, "oversized");
        assertThatThrownBy(() -> publish(List.of(small, new OutgoingEvent("large-1", TIME, large))))
                .isInstanceOf(EventRefused.class).hasMessageContaining("event large-1").hasMessageContaining("1500000")
                .extracting(thrown -> ((EventRefused) thrown).eventId()).isEqualTo("large-1");
        assertThat(TestKafka.all(Topic.CHANGES.topicName()))
                .noneMatch(record -> TestKafka.header(record, "ce_id").equals(first));
    }

    @Test
    void aBrokerThatIsAwayIsAnErrorWithinTwiceTheTimeout() throws IOException {
        int closedPort;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closedPort = socket.getLocalPort();
        }
        OutgoingEvent event = new OutgoingEvent("a", TIME, Examples.event(EventType.SUBJECT_DELETED));
        long before = System.nanoTime();
        try (RecordSender sender = sender("127.0.0.1:" + closedPort, Duration.ofMillis(1_500))) {
            assertThatThrownBy(() -> publisher(sender).publish(List.of(event, event, event)))
                    .isInstanceOf(BrokerAway.class).hasMessageContaining("demarc.workload.changes");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
        }
        assertThat(meters.counter("demarc.events.unconfirmed").count()).isEqualTo(1);
    }

    private void publish(List<OutgoingEvent> events) {
        try (RecordSender sender = sender(Shared.brokers(), Duration.ofSeconds(10))) {
            publisher(sender).publish(events);
        }
    }

    private EventPublisher publisher(RecordSender sender) {
        return new EventPublisher(sender, new EventWriter("/demarc/test"), meters);
    }

    private RecordSender sender(String brokers, Duration timeout) {
        return new RecordSender(ClientSettings.producer(properties(brokers, timeout), "test", 1_600_000), meters);
    }

    private static EventsProperties properties(String brokers, Duration timeout) {
        return new EventsProperties(brokers, (short) 1, "/demarc/test", timeout, "");
    }

    private static ConsumerRecord<?, ?> published(Topic topic, String id) {
        return TestKafka.all(topic.topicName()).stream()
                .filter(record -> TestKafka.header(record, "ce_id").equals(id)).findAny().orElseThrow();
    }

    private static Received received(Topic topic, String id) {
        return TestKafka.all(topic.topicName()).stream()
                .filter(record -> TestKafka.header(record, "ce_id").equals(id)).findAny()
                .map(record -> Received.of(0, record)).orElseThrow();
    }
}
