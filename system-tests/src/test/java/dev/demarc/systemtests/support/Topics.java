package dev.demarc.systemtests.support;

import dev.demarc.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the product's topics as any consumer may, without a group. */
public final class Topics implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;

    /** Connects to the product's broker. */
    public Topics(Product product) {
        Map<String, Object> settings = Map.of("bootstrap.servers", product.brokers(), "auto.offset.reset", "earliest",
                "allow.auto.create.topics", "false");
        consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** All that stands on the topic now. */
    public List<ConsumerRecord<String, byte[]>> read(Topic topic) {
        List<TopicPartition> partitions = partitions(topic);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        Patience.eventually().until(() -> {
            consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        });
        return records;
    }

    /** How many records each topic has had so far. */
    public Map<Topic, Long> ends() {
        Map<Topic, Long> ends = new EnumMap<>(Topic.class);
        for (Topic topic : Topic.values()) {
            ends.put(topic, consumer.endOffsets(partitions(topic)).values().stream().mapToLong(Long::longValue).sum());
        }
        return ends;
    }

    private List<TopicPartition> partitions(Topic topic) {
        return consumer.partitionsFor(topic.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition())).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
