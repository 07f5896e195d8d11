package dev.demarc.assessment;

import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.Topic;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.GapEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What another service sees of gaps: reads the topic from its beginning, as it grows. */
public final class GapTopic implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<GapEvent> seen = new CopyOnWriteArrayList<>();

    /** Reads from this broker. */
    public GapTopic(String brokers) {
        this.consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", brokers), new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (int i = 0; i < Topic.GAPS.partitions(); i++) {
            partitions.add(new TopicPartition(Topic.GAPS.topicName(), i));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** The events of a resource or account by its native id, in order, as far as they are there. */
    public List<GapEvent> of(String nativeId) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
            String type = new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
            seen.add((GapEvent) ContractJson.mapper().readValue(record.value(),
                    EventType.named(type).orElseThrow().record()));
        }
        return seen.stream().filter(event -> event.gap().subject().nativeId().equals(nativeId)).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
