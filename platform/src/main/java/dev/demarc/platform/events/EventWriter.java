package dev.demarc.platform.events;

import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.Topic;
import dev.demarc.contracts.event.EventType;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/** Writes an event as a record: CloudEvents 1.0 in binary mode, JSON data, the event's key. */
final class EventWriter {

    private static final String JSON = "application/json";
    /** What a record takes besides its bytes, rounded up. */
    private static final int RECORD_OVERHEAD = 128;
    private static final int HEADER_OVERHEAD = 10;

    private final URI source;

    EventWriter(String source) {
        this.source = URI.create(source);
    }

    ProducerRecord<byte[], byte[]> write(OutgoingEvent outgoing) {
        EventType type = EventType.of(outgoing.event());
        String key = outgoing.event().key();
        CloudEvent cloudEvent = CloudEventBuilder.v1().withId(outgoing.id()).withSource(source).withType(type.type())
                .withSubject(key).withTime(outgoing.time().atOffset(ZoneOffset.UTC))
                .withData(JSON, ContractJson.mapper().writeValueAsBytes(outgoing.event())).build();
        ProducerRecord<byte[], byte[]> record = KafkaMessageFactory
                .createWriter(type.topic().topicName(), key.getBytes(StandardCharsets.UTF_8)).writeBinary(cloudEvent);
        int size = size(record);
        if (size > Topic.MAX_RECORD_BYTES) {
            throw new EventRefused(outgoing.id(),
                    "its record of type %s takes %d bytes, more than the %d that are allowed"
                            .formatted(type.type(), size, Topic.MAX_RECORD_BYTES),
                    null);
        }
        return record;
    }

    private static int size(ProducerRecord<byte[], byte[]> record) {
        int size = RECORD_OVERHEAD + record.key().length + record.value().length;
        for (Header header : record.headers()) {
            size += HEADER_OVERHEAD + header.key().length() + header.value().length;
        }
        return size;
    }
}
