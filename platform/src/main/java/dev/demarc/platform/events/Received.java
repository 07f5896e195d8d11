package dev.demarc.platform.events;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record as it was read; {@code index} is its place in the batch, key and headers are taken as UTF-8, of a repeated
 * header the last. Not to be compared: the value is the client's array.
 */
@SuppressWarnings("ArrayRecordComponent") // values are large and read once; a copy of each would cost more than it guards
public record Received(
        int index,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        Map<String, String> headers,
        byte[] value) {

    /** The record's view; its value must not be null. */
    static Received of(int index, ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
        byte[] key = record.key();
        byte[] value = record.value();
        if (value == null) {
            throw new IllegalArgumentException("a record without a value is a tombstone");
        }
        return new Received(index, record.topic(), record.partition(), record.offset(),
                key == null ? null : new String(key, StandardCharsets.UTF_8), headers(record), value);
    }

    private static Map<String, String> headers(ConsumerRecord<?, ?> record) {
        Map<String, String> headers = HashMap.newHashMap(12);
        for (Header header : record.headers()) {
            byte[] value = header.value();
            if (value != null) {
                headers.put(header.key(), new String(value, StandardCharsets.UTF_8));
            }
        }
        return headers;
    }
}
