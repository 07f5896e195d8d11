package dev.demarc.platform.deadletters;

import dev.demarc.platform.events.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** Dead letters as documents. {@code order} sorts them by time, then by their place in the topic. */
final class DeadLetterDocuments {

    static final String ID = "_id";
    static final String ORDER = "order";
    static final String AT = "at";
    static final String STATE = "state";
    static final String REPLAYED_AT = "replayedAt";
    static final String REPLAYED_BY = "replayedBy";
    private static final String TOPIC = "topic";
    private static final String PARTITION = "partition";
    private static final String OFFSET = "offset";
    private static final String KEY = "key";
    private static final String FIELD = "field";
    private static final String REASON = "reason";
    private static final String BYTES = "bytes";
    private static final String HEADERS = "headers";
    private static final String NAME = "name";
    private static final String VALUE = "value";
    private static final int LONGEST_KEY = 2_048;

    private DeadLetterDocuments() {}

    /** A document for a record of the dead-letter topic; one without our headers is taken as it is. */
    static Document document(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
        byte[] value = record.value();
        Instant at = instant(text(record, DeadLetterHeaders.FAILED_AT), Instant.ofEpochMilli(record.timestamp()));
        String topic = text(record, DeadLetterHeaders.TOPIC);
        return new Document(ID, record.partition() + "-" + record.offset())
                .append(ORDER, "%015d-%09d-%019d".formatted(at.toEpochMilli(), record.partition(), record.offset()))
                .append(AT, at.toEpochMilli()).append(STATE, DeadLetterState.WAITING.word())
                .append(TOPIC, topic == null ? record.topic() : topic)
                .append(PARTITION, (int) number(text(record, DeadLetterHeaders.PARTITION), record.partition()))
                .append(OFFSET, number(text(record, DeadLetterHeaders.OFFSET), record.offset()))
                .append(REASON, or(text(record, DeadLetterHeaders.REASON), "not said"))
                .append(FIELD, text(record, DeadLetterHeaders.FIELD)).append(BYTES, value == null ? 0 : value.length)
                .append(HEADERS, headers(record)).append(KEY, record.key()).append(VALUE, value);
    }

    /** The same without the record itself. */
    static DeadLetter deadLetter(Document document) {
        Long replayedAt = document.getLong(REPLAYED_AT);
        return new DeadLetter(document.getString(ID), document.getString(TOPIC), document.getInteger(PARTITION),
                document.getLong(OFFSET), shown(bytes(document, KEY)), document.getString(FIELD),
                document.getString(REASON), document.getInteger(BYTES), Instant.ofEpochMilli(document.getLong(AT)),
                DeadLetterState.REPLAYED.word().equals(document.getString(STATE))
                        ? DeadLetterState.REPLAYED
                        : DeadLetterState.WAITING,
                replayedAt == null ? null : Instant.ofEpochMilli(replayedAt), document.getString(REPLAYED_BY));
    }

    static StoredRecord record(Document document) {
        List<Header> headers = new ArrayList<>();
        for (Document header : document.getList(HEADERS, Document.class, List.of())) {
            headers.add(new RecordHeader(header.getString(NAME), bytes(header, VALUE)));
        }
        return new StoredRecord(deadLetter(document), bytes(document, KEY), headers, bytes(document, VALUE));
    }

    /** What a list does not need to read. */
    static Document withoutRecord() {
        return new Document(HEADERS, 0).append(VALUE, 0);
    }

    private static List<Document> headers(ConsumerRecord<?, ?> record) {
        List<Document> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            headers.add(new Document(NAME, header.key()).append(VALUE, header.value()));
        }
        return headers;
    }

    private static byte @Nullable [] bytes(Document document, String field) {
        return document.get(field) instanceof Binary binary ? binary.getData() : null;
    }

    private static @Nullable String shown(byte @Nullable [] key) {
        if (key == null) {
            return null;
        }
        String text = new String(key, StandardCharsets.UTF_8);
        return text.length() <= LONGEST_KEY ? text : text.substring(0, LONGEST_KEY);
    }

    private static @Nullable String text(ConsumerRecord<?, ?> record, String header) {
        Header found = record.headers().lastHeader(header);
        return found == null || found.value() == null ? null : new String(found.value(), StandardCharsets.UTF_8);
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    private static long number(@Nullable String text, long otherwise) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : otherwise;
    }

    private static Instant instant(@Nullable String text, Instant otherwise) {
        try {
            return text == null ? otherwise : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }
}
