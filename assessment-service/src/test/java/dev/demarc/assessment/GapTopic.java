package dev.demarc.assessment;

import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.Topic;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.event.GapEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What another service sees of gaps: reads the topic from its beginning, as it grows. */
public final class GapTopic implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    private record Seen(String id, GapEvent event) {

        boolean isOf(String nativeId) {
            return event.gap().subject().nativeId().equals(nativeId);
        }
    }

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

    /**
     * The events of a resource or account by its native id, in order, as far as they are there; each once, as consumers
     * take them: two who write to one subject may both publish what waits there, under the same id.
     */
    public List<GapEvent> of(String nativeId) {
        read();
        Set<String> ids = new HashSet<>();
        return seen.stream().filter(each -> each.isOf(nativeId) && ids.add(each.id())).map(Seen::event).toList();
    }

    /** The CloudEvents ids of the same events. */
    public List<String> idsOf(String nativeId) {
        read();
        return seen.stream().filter(each -> each.isOf(nativeId)).map(Seen::id).toList();
    }

    private void read() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
            seen.add(new Seen(header(record, "ce_id"), (GapEvent) ContractJson.mapper().readValue(record.value(),
                    EventType.named(header(record, "ce_type")).orElseThrow().record())));
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
