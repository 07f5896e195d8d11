package dev.demarc.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.platform.testing.Shared;
import dev.demarc.platform.testing.TestKafka;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.RepeatedTest;

class RecordSenderIT {

    private static final int PARTITIONS = 12;
    private static final byte[] VALUE = new byte[60_000];

    /** A broker says of a topic that it is there before it leads all of its partitions. */
    @RepeatedTest(10)
    void whatIsSentToATopicThatWasJustCreatedArrivesAtOnceAndInOrder() {
        List<String> topics = IntStream.range(0, 6).mapToObj(i -> "just-created-" + UUID.randomUUID()).toList();
        TestKafka.await(admin -> admin.createTopics(
                topics.stream().map(name -> new NewTopic(name, PARTITIONS, (short) 1)).toList()).all().get());
        String topic = topics.getLast();
        List<Integer> numbers = IntStream.range(0, 100).boxed().toList();

        try (RecordSender sender = new RecordSender(ClientSettings.producer(
                new EventsProperties(Shared.brokers(), (short) 1, "/demarc/test", Duration.ofSeconds(10), ""), "test",
                1_600_000), new SimpleMeterRegistry())) {
            sender.send(numbers.stream().map(number -> new ProducerRecord<>(topic, number % PARTITIONS,
                    TestKafka.bytes(number.toString()), VALUE)).toList());
        }

        Map<Integer, List<Integer>> expected = numbers.stream()
                .collect(Collectors.groupingBy(number -> number % PARTITIONS));
        Map<Integer, List<Integer>> arrived = TestKafka.all(topic).stream().collect(Collectors
                .groupingBy(record -> record.partition(), Collectors.mapping(
                        record -> Integer.valueOf(TestKafka.text(record.key())), Collectors.toList())));
        assertThat(arrived).isEqualTo(expected);
    }
}
