package dev.demarc.embedded.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** The top-level fields that a query looks at, so that only those are decoded. */
final class FilterFields {

    private final Set<String> fields = new HashSet<>();
    private boolean all;

    private FilterFields() {}

    /** To judge a document by a filter and an order; null where any field may be looked at. */
    static @Nullable Set<String> of(Document filter, @Nullable Document orderBy) {
        return of(filter, orderBy == null ? Set.of() : orderBy.keySet());
    }

    /** To judge a document by a filter and to read these paths of it; null where any field may be looked at. */
    static @Nullable Set<String> of(Document filter, Set<String> paths) {
        FilterFields found = new FilterFields();
        found.collect(filter);
        paths.forEach(found::add);
        return found.all ? null : found.fields;
    }

    /** To judge a document and to answer with what the projection includes; null where it may need any field. */
    static @Nullable Set<String> ofReply(Document filter, @Nullable Document projection) {
        if (projection == null || !onlyIncludes(projection)) {
            return null;
        }
        Set<String> fields = of(filter, projection.keySet());
        if (fields != null) {
            fields.add("_id");
        }
        return fields;
    }

    private static boolean onlyIncludes(Document projection) {
        boolean some = false;
        for (var each : projection.entrySet()) {
            boolean included = switch (each.getValue()) {
                case Boolean value -> value;
                case Number value -> value.doubleValue() != 0;
                case null, default -> false;
            };
            if (!included && !each.getKey().equals("_id")) {
                return false;
            }
            some |= included;
        }
        return some;
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
