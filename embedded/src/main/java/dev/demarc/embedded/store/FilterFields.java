package dev.demarc.embedded.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** The top-level fields that a filter and an order look at, so that only those are decoded to judge a document. */
final class FilterFields {

    private final Set<String> fields = new HashSet<>();
    private boolean all;

    private FilterFields() {}

    /** Null when the filter may look at any field. */
    static @Nullable Set<String> of(Document filter, @Nullable Document orderBy) {
        FilterFields found = new FilterFields();
        found.collect(filter);
        if (orderBy != null) {
            orderBy.keySet().forEach(found::add);
        }
        return found.all ? null : found.fields;
    }

    private void collect(Document filter) {
        filter.forEach((key, value) -> {
            switch (key) {
                case "$and", "$or", "$nor" -> {
                    if (value instanceof Collection<?> parts) {
                        for (Object part : parts) {
                            if (part instanceof Document document) {
                                collect(document);
                            }
                        }
                    }
                }
                case "$comment" -> {
                }
                default -> add(key);
            }
        });
    }

    private void add(String path) {
        if (path.startsWith("$")) {
            all = true;
        } else {
            int dot = path.indexOf('.');
            fields.add(dot < 0 ? path : path.substring(0, dot));
        }
    }
}
