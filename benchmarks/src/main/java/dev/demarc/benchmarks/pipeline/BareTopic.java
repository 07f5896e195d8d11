package dev.demarc.benchmarks.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The baseline: a record sent to a compacted topic of one partition, and read from it. */
final class BareTopic implements AutoCloseable {

    private static final String TOPIC = "bench.compacted";
    private static final byte[] KEY = {1};

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    BareTopic(String brokers) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1).configs(
                    Map.of("cleanup.policy", "compact", "max.message.bytes", "2000000")))).all().get();
        }
        producer = new KafkaProducer<>(Map.of("bootstrap.servers", brokers, "acks", "all", "max.request.size",
                "2000000"), new ByteArraySerializer(), new ByteArraySerializer());
        consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", brokers), new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
        consumer.seekToBeginning(consumer.assignment());
    }

    /** Returns when the record, acknowledged by the broker, was read. */
    void sendAndRead(byte[] record) throws InterruptedException, ExecutionException {
        producer.send(new ProducerRecord<>(TOPIC, KEY, record)).get();
        while (consumer.poll(Duration.ofSeconds(1)).isEmpty()) {
            // not there yet
        }
    }

    @Override
    public void close() {
        producer.close();
        consumer.close();
    }
}
