package dev.demarc.platform.mongo;

import java.util.Arrays;
import java.util.List;
import org.bson.Document;

/** An index of a collection: its fields, ascending, and whether their values are unique together. */
public record Index(List<String> fields, boolean unique) {

    /** Keeps its own copy. */
    public Index {
        fields = List.copyOf(fields);
    }

    /** An index to look up and sort by. */
    public static Index on(String... fields) {
        return new Index(Arrays.asList(fields), false);
    }

    /** An index that refuses a second document with the same values. */
    public static Index unique(String... fields) {
        return new Index(Arrays.asList(fields), true);
    }

    Document keys() {
        Document keys = new Document();
        fields.forEach(field -> keys.append(field, 1));
        return keys;
    }
}
