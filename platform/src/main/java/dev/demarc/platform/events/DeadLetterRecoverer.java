package dev.demarc.platform.events;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;

/** Sends a poisoned record to the dead-letter topic with the reason; fails loudly, so that nothing is committed without it. */
final class DeadLetterRecoverer implements ConsumerRecordRecoverer {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterRecoverer.class);
    private static final int LONGEST_HEADER = 8 * 1024;

    private final RecordSender sender;
    private final String deadLetterTopic;
    private final Clock clock;
    private final MeterRegistry meters;

    DeadLetterRecoverer(RecordSender sender, String deadLetterTopic, Clock clock, MeterRegistry meters) {
        this.sender = sender;
        this.deadLetterTopic = deadLetterTopic;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public void accept(ConsumerRecord<?, ?> record, Exception thrown) {
        PoisonAt poison = poison(thrown);
        Throwable root = root(poison == null ? thrown : poison);
        String field = poison == null ? "value" : poison.field();
        String reason = poison == null ? String.valueOf(root.getMessage()) : poison.reason();
        Headers headers = new RecordHeaders(record.headers());
        put(headers, DeadLetterHeaders.REASON, reason);
        put(headers, DeadLetterHeaders.FIELD, field);
        put(headers, DeadLetterHeaders.CAUSE, root.toString());
        put(headers, DeadLetterHeaders.TOPIC, record.topic());
        put(headers, DeadLetterHeaders.PARTITION, Integer.toString(record.partition()));
        put(headers, DeadLetterHeaders.OFFSET, Long.toString(record.offset()));
        put(headers, DeadLetterHeaders.TIMESTAMP, Instant.ofEpochMilli(record.timestamp()).toString());
        put(headers, DeadLetterHeaders.FAILED_AT, clock.instant().toString());
        sender.send(List.of(new ProducerRecord<>(deadLetterTopic, null, bytes(record.key()), bytes(record.value()),
                headers)));
        meters.counter("demarc.events.dead-letters", "topic", record.topic()).increment();
        LOG.warn("dead letter from {}-{}@{}: {}: {}", record.topic(), record.partition(), record.offset(), field,
                reason);
    }

    /** The poison that caused this; null if it was an outage. */
    static @Nullable PoisonAt poison(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof PoisonAt poison) {
                return poison;
            }
        }
        return null;
    }

    static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static byte @Nullable [] bytes(@Nullable Object value) {
        return value instanceof byte[] bytes ? bytes : null;
    }

    private static void put(Headers headers, String name, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        headers.remove(name).add(name, bytes.length <= LONGEST_HEADER ? bytes : Arrays.copyOf(bytes, LONGEST_HEADER));
    }
}
