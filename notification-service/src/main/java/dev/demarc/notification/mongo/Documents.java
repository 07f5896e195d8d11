package dev.demarc.notification.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Reading and writing fields of documents. */
final class Documents {

    private Documents() {}

    static Document filter(String field, @Nullable Object value) {
        return new Document(field, value);
    }

    /** The guard of a replacement: this document as it was one revision before. */
    static Document before(String id, long revision) {
        return new Document("_id", id).append("revision", revision - 1);
    }

    static void put(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value instanceof Instant instant ? Date.from(instant) : value);
        }
    }

    static String text(Document document, String field) {
        String value = document.getString(field);
        if (value == null) {
            throw new IllegalStateException("document " + document.get("_id") + " has no " + field);
        }
        return value;
    }

    static @Nullable String textOrNull(Document document, String field) {
        return document.getString(field);
    }

    static Instant instant(Document document, String field) {
        Instant value = instantOrNull(document, field);
        if (value == null) {
            throw new IllegalStateException("document " + document.get("_id") + " has no " + field);
        }
        return value;
    }

    static @Nullable Instant instantOrNull(Document document, String field) {
        Date value = document.getDate(field);
        return value == null ? null : value.toInstant();
    }

    static long number(Document document, String field) {
        return document.get(field) instanceof Number number ? number.longValue() : 0;
    }

    static List<Document> documents(Document document, String field) {
        return document.getList(field, Document.class, List.of());
    }

    static List<String> texts(Document document, String field) {
        return document.getList(field, String.class, List.of());
    }

    static Document document(Document document, String field) {
        return document.get(field) instanceof Document inner ? inner : new Document();
    }
}
