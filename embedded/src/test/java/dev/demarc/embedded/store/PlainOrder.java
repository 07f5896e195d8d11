package dev.demarc.embedded.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** MongoDB's order of documents, value by value: the slow and obvious way. */
record PlainOrder(Document by) implements Comparator<Document> {

    @Override
    public int compare(Document left, Document right) {
        for (String path : by.keySet()) {
            boolean ascending = Integer.valueOf(1).equals(by.get(path));
            int order = compareValues(value(left, path, ascending), value(right, path, ascending));
            if (order != 0) {
                return ascending ? order : -order;
            }
        }
        return 0;
    }

    private static @Nullable Object value(Document document, String path, boolean ascending) {
        List<@Nullable Object> values = FieldValues.of(document, path).values();
        Object best = values.getFirst();
        for (Object value : values) {
            int order = compareValues(value, best);
            if (ascending ? order < 0 : order > 0) {
                best = value;
            }
        }
        return best;
    }

    private static int compareValues(@Nullable Object left, @Nullable Object right) {
        int byType = Integer.compare(rank(left), rank(right));
        if (byType != 0) {
            return byType;
        }
        return switch (left) {
            case Number number -> new BigDecimal(number.toString()).compareTo(new BigDecimal(String.valueOf(right)));
            case String string -> string.compareTo(String.valueOf(right));
            case Boolean bool -> bool.compareTo((Boolean) right);
            case Instant instant -> instant.compareTo((Instant) right);
            case null, default -> 0;
        };
    }

    private static int rank(@Nullable Object value) {
        return switch (value) {
            case Collection<?> _ -> 0;
            case null -> 1;
            case Missing _ -> 1;
            case Number _ -> 2;
            case String _ -> 3;
            case Boolean _ -> 4;
            default -> 5;
        };
    }
}
