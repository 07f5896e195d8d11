package dev.demarc.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Plain clients of the shared broker. */
public final class TestKafka {

    private static final Duration POLL = Duration.ofMillis(200);

    private TestKafka() {}

    /** A new topic with a name of its own. */
    public static String topic(String name, int partitions, Map<String, String> settings) {
        String topic = name + "-" + UUID.randomUUID();
        await(admin -> admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1).configs(settings))).all()
                .get(30, TimeUnit.SECONDS));
        return topic;
    }

    /** Sends values in order, each under its own text as key. */
    public static void send(String topic, String... values) {
        List<ProducerRecord<byte @Nullable [], byte @Nullable []>> records = new ArrayList<>();
        for (String value : values) {
            records.add(new ProducerRecord<>(topic, bytes(value), bytes(value)));
        }
        send(records);
    }

    /** Sends one value to another broker than the shared one. */
    public static void sendTo(String brokers, String topic, String value) {
        send(brokers, List.of(new ProducerRecord<>(topic, bytes(value), bytes(value))));
    }

    /** Sends records in order and waits for all. */
    public static void send(List<ProducerRecord<byte @Nullable [], byte @Nullable []>> records) {
        send(Shared.brokers(), records);
    }

    private static void send(String brokers,
            List<ProducerRecord<byte @Nullable [], byte @Nullable []>> records) {
        try (KafkaProducer<byte @Nullable [], byte @Nullable []> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "key.serializer", ByteArraySerializer.class,
                        "value.serializer", ByteArraySerializer.class))) {
            var answers = records.stream().map(producer::send).toList();
            producer.flush();
            answers.forEach(answer -> assertThat(answer).succeedsWithin(POLL));
        }
    }

    /** Everything on a topic now. */
    public static List<ConsumerRecord<byte @Nullable [], byte @Nullable []>> all(String topic) {
        try (KafkaConsumer<byte @Nullable [], byte @Nullable []> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Shared.brokers(), "key.deserializer", ByteArrayDeserializer.class,
                        "value.deserializer", ByteArrayDeserializer.class))) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte @Nullable [], byte @Nullable []>> found = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(found::add);
            }
            return found;
        }
    }

    /** What a group has committed on all partitions together. */
    public static long committed(String group) {
        long[] sum = {0};
        await(admin -> sum[0] = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()
                .get(30, TimeUnit.SECONDS).values().stream().mapToLong(offset -> offset.offset()).sum());
        return sum[0];
    }

    /** Does something with an admin client. */
    public static void await(AdminWork work) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Shared.brokers()))) {
            work.run(admin);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last value of a header as text; empty without. */
    public static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** UTF-8. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** UTF-8; empty for none. */
    public static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    /** May throw. */
    @FunctionalInterface
    public interface AdminWork {
        /** Does it. */
        void run(Admin admin) throws Exception;
    }
}
