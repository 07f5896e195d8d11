package dev.demarc.platform.events;

import static dev.demarc.platform.testing.TestKafka.all;
import static dev.demarc.platform.testing.TestKafka.committed;
import static dev.demarc.platform.testing.TestKafka.header;
import static dev.demarc.platform.testing.TestKafka.send;
import static dev.demarc.platform.testing.TestKafka.text;
import static dev.demarc.platform.testing.TestKafka.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoTimeoutException;
import dev.demarc.contracts.Topic;
import dev.demarc.platform.runtime.Unavailable;
import dev.demarc.platform.testing.TestKafka;
import dev.demarc.platform.testing.TestService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class BatchConsumerIT {

    private static final Duration WAIT = Duration.ofSeconds(40);

    private final List<String> done = new CopyOnWriteArrayList<>();
    private String topic = "";

    @BeforeEach
    void newTopic() {
        topic = topic("batch", 1, Map.of());
    }

    @Test
    void poisonInTheMiddleOfABatchIsDeadLetteredAtOnceAndTheRestIsProcessedOnce() {
        send(topic, values(20, 7, 8, 19));
        try (ConfigurableApplicationContext _ = start(this::parseThenProcess)) {
            await().atMost(WAIT).until(() -> committed(topic) == 20);
        }
        assertThat(done).containsExactlyInAnyOrderElementsOf(good(20, 7, 8, 19)).doesNotHaveDuplicates();
        List<ConsumerRecord<byte @Nullable [], byte @Nullable []>> letters = deadLetters();
        assertThat(letters).extracting(letter -> text(letter.value())).containsExactly("bad-7", "bad-8", "bad-19");
        ConsumerRecord<?, ?> letter = letters.getFirst();
        assertThat(text(letters.getFirst().key())).isEqualTo("bad-7");
        assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo("'bad-7' is bad, expected a good one");
        assertThat(header(letter, DeadLetterHeaders.FIELD)).isEqualTo("value");
        assertThat(header(letter, DeadLetterHeaders.CAUSE)).contains("NumberFormatException: root");
        assertThat(header(letter, DeadLetterHeaders.PARTITION)).isEqualTo("0");
        assertThat(header(letter, DeadLetterHeaders.OFFSET)).isEqualTo("7");
    }

    @Test
    void anOutageIsWaitedForWithoutADeadLetterOrACommit() {
        send(topic, values(20));
        AtomicInteger outages = new AtomicInteger(4);
        List<Long> commits = new CopyOnWriteArrayList<>();
        try (ConfigurableApplicationContext _ = start(records -> {
            if (outages.getAndDecrement() > 0) {
                commits.add(committed(topic));
                throw new IllegalStateException("wrapped", new MongoTimeoutException("the store is away"));
            }
            parseThenProcess(records);
        })) {
            await().atMost(WAIT).until(() -> committed(topic) == 20);
        }
        assertThat(commits).containsOnly(0L);
        assertThat(done).containsExactlyElementsOf(good(20));
        assertThat(deadLetters()).isEmpty();
    }

    @Test
    void poisonIsFoundAlsoWhereTheSameRecordMetAnOutageFirst() {
        send(topic, values(6, 0, 3));
        AtomicInteger calls = new AtomicInteger();
        try (ConfigurableApplicationContext _ = start(records -> {
            if (calls.incrementAndGet() % 2 == 1 && calls.get() < 8) {
                throw new Unavailable("away", null);
            }
            parseThenProcess(records);
        })) {
            await().atMost(WAIT).until(() -> committed(topic) == 6);
        }
        assertThat(done).containsExactlyInAnyOrderElementsOf(good(6, 0, 3)).doesNotHaveDuplicates();
        assertThat(deadLetters()).extracting(letter -> text(letter.value())).containsExactly("bad-0", "bad-3");
    }

    @Test
    void anyOtherExceptionIsThePoisonOfTheRecordThatFailsAlone() {
        send(topic, values(10, 4));
        try (ConfigurableApplicationContext _ = start(records -> {
            for (Received received : records) {
                if (text(received.value()).startsWith("bad")) {
                    throw new IllegalArgumentException("a bug", new NumberFormatException("root"));
                }
            }
            records.forEach(received -> done.add(text(received.value())));
        })) {
            await().atMost(WAIT).until(() -> committed(topic) == 10);
        }
        assertThat(done).containsExactlyInAnyOrderElementsOf(good(10, 4)).doesNotHaveDuplicates();
        assertThat(deadLetters()).singleElement().satisfies(letter -> {
            assertThat(text(letter.value())).isEqualTo("bad-4");
            assertThat(header(letter, DeadLetterHeaders.REASON)).contains("a bug");
            assertThat(header(letter, DeadLetterHeaders.CAUSE)).contains("root");
        });
    }

    @Test
    void aRecordWithoutAValueIsPoisonAndKeepsItsKeyAndHeaders() {
        ProducerRecord<byte @Nullable [], byte @Nullable []> record = new ProducerRecord<>(topic,
                TestKafka.bytes("key"), null);
        record.headers().add("x", TestKafka.bytes("1"));
        send(List.of(record));
        send(topic, "good-1");
        try (ConfigurableApplicationContext _ = start(this::parseThenProcess)) {
            await().atMost(WAIT).until(() -> committed(topic) == 2);
        }
        assertThat(done).containsExactly("good-1");
        assertThat(deadLetters()).singleElement().satisfies(letter -> {
            assertThat(text(letter.key())).isEqualTo("key");
            assertThat(letter.value()).isNull();
            assertThat(header(letter, "x")).isEqualTo("1");
        });
    }

    private ConfigurableApplicationContext start(BatchHandler handler) {
        ConfigurableApplicationContext context = TestService.start(topic, topic, handler);
        context.getBean(Topics.class).create(Topic.ASSESSMENT_DEAD_LETTERS);
        context.getBean(Bindings.class).start("probe");
        return context;
    }

    private void parseThenProcess(List<Received> records) throws PoisonAt {
        List<String> parsed = new ArrayList<>();
        for (Received received : records) {
            String value = text(received.value());
            if (value.startsWith("bad")) {
                throw new PoisonAt(received.index(), "value", "'%s' is bad, expected a good one".formatted(value),
                        new IllegalArgumentException("outer", new NumberFormatException("root")));
            }
            parsed.add(value);
        }
        done.addAll(parsed);
    }

    private List<ConsumerRecord<byte @Nullable [], byte @Nullable []>> deadLetters() {
        return all(Topic.ASSESSMENT_DEAD_LETTERS.topicName()).stream()
                .filter(letter -> header(letter, DeadLetterHeaders.TOPIC).equals(topic)).toList();
    }

    private static String[] values(int count, Integer... bad) {
        return IntStream.range(0, count).mapToObj(i -> (List.of(bad).contains(i) ? "bad-" : "good-") + i)
                .toArray(String[]::new);
    }

    private static List<String> good(int count, Integer... bad) {
        return IntStream.range(0, count).filter(i -> !List.of(bad).contains(i)).mapToObj(i -> "good-" + i).toList();
    }
}
