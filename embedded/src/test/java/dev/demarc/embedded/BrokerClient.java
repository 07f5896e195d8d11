package dev.demarc.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A plain Kafka client. */
final class BrokerClient implements AutoCloseable {

    private final String servers;
    private final Admin admin;
    private final KafkaProducer<String, String> producer;

    BrokerClient(String servers) {
        this.servers = servers;
        admin = Admin.create(Map.of("bootstrap.servers", servers));
        producer = new KafkaProducer<>(Map.of("bootstrap.servers", servers, "acks", "all", "enable.idempotence", true),
                new StringSerializer(), new StringSerializer());
    }

    void createTopic(String name, int partitions) throws Exception {
        admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all().get();
    }

    Set<String> topics() throws Exception {
        return admin.listTopics().names().get();
    }

    void describe(String topic) throws Exception {
        admin.describeTopics(List.of(topic)).allTopicNames().get();
    }

    void send(String topic, String key, String value) throws Exception {
        sendLater(topic, key, value).get();
    }

    Future<RecordMetadata> sendLater(String topic, String key, String value) {
        return producer.send(new ProducerRecord<>(topic, key, value));
    }

    /** Gives up what was not sent. */
    void abort() {
        producer.close(Duration.ZERO);
    }

    List<String> readGroup(String topic, String group, int expected) {
        List<String> read = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "group.id", group, "auto.offset.reset", "earliest",
                        "enable.auto.commit", false),
                new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (read.size() < expected && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(r -> read.add(r.key() + "=" + r.value()));
            }
            consumer.commitSync();
        }
        return read;
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
