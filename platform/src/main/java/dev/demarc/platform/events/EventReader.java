package dev.demarc.platform.events;

import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventType;
import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.apache.kafka.common.header.internals.RecordHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Reads a record as a CloudEvent in binary mode and its data as the record of its type. */
public final class EventReader {

    private static final String PREFIX = "ce_";

    private EventReader() {}

    /** The event; {@link Poison} names the header or the JSON path that is wrong. */
    public static IncomingEvent read(Received received) throws Poison {
        CloudEvent cloudEvent = cloudEvent(received);
        EventType type = EventType.named(cloudEvent.getType()).orElseThrow(() -> new Poison("ce_type",
                "unknown type '%s', expected one of Demarc's event types".formatted(cloudEvent.getType()), null));
        if (!type.topic().topicName().equals(received.topic())) {
            throw new Poison("ce_type", "type '%s' does not belong on topic %s, expected on %s".formatted(type.type(),
                    received.topic(), type.topic().topicName()), null);
        }
        OffsetDateTime time = cloudEvent.getTime();
        if (time == null) {
            throw new Poison("ce_time", "missing, expected an RFC 3339 time", null);
        }
        return new IncomingEvent(cloudEvent.getId(), time.toInstant(), data(type, received), received);
    }

    private static CloudEvent cloudEvent(Received received) throws Poison {
        if (!received.headers().containsKey("ce_specversion")) {
            throw new Poison("ce_specversion", "missing, expected a CloudEvent in binary mode", null);
        }
        RecordHeaders headers = new RecordHeaders();
        received.headers().forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                headers.add(name, value.getBytes(StandardCharsets.UTF_8));
            }
        });
        try {
            return KafkaMessageFactory.createReader(headers, received.value()).toEvent();
        } catch (CloudEventRWException | IllegalStateException | IllegalArgumentException e) {
            throw new Poison("ce_*", "not a CloudEvent: " + e.getMessage(), e);
        }
    }

    private static Event data(EventType type, Received received) throws Poison {
        try {
            Event event = ContractJson.mapper().readValue(received.value(), type.record());
            if (event == null) {
                throw new Poison("value", "is null, expected a JSON object of " + type.type(), null);
            }
            return event;
        } catch (DatabindException e) {
            throw new Poison(e.getPathReference().isEmpty() ? "value" : e.getPathReference(),
                    "not readable as %s: %s".formatted(type.type(), e.getOriginalMessage()), e);
        } catch (JacksonException e) {
            throw new Poison("value", "not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
