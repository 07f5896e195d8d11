package dev.demarc.embedded.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What a filter says of each field that an index could answer: a list of conditions, each a list of intervals of which
 * one must hold. {@code $and} is flattened, {@code $or} gives the hull of its branches, {@code $elemMatch} its paths.
 */
final class Conditions {

    private static final int MOST_POINTS = 10_000;

    private final Map<String, List<List<Interval>>> byPath = new LinkedHashMap<>();

    private Conditions() {}

    static Conditions of(Document filter) {
        Conditions conditions = new Conditions();
        conditions.addFilter("", filter);
        return conditions;
    }

    /** Each condition on the field must hold for one of its values. */
    List<List<Interval>> on(String path) {
        return byPath.getOrDefault(path, List.of());
    }

    private void addFilter(String prefix, Document filter) {
        filter.forEach((key, value) -> {
            if (key.equals("$and") && value instanceof Collection<?> parts) {
                parts.forEach(part -> {
                    if (part instanceof Document document) {
                        addFilter(prefix, document);
                    }
                });
            } else if (key.equals("$or") && value instanceof Collection<?> parts) {
                addHull(prefix, parts);
            } else if (!key.startsWith("$")) {
                addField(prefix + key, value);
            }
        });
    }

    private void addField(String path, @Nullable Object value) {
        if (value != null && KeyCodec.canLookUp(value)) {
            add(path, List.of(Interval.point(value)));
        } else if (value instanceof Document operators) {
            operators.forEach((operator, operand) -> addOperator(path, operator, operand));
        }
    }

    private void addOperator(String path, String operator, @Nullable Object operand) {
        if (operator.equals("$in") && operand instanceof Collection<?> values) {
            addIn(path, values);
        } else if (operator.equals("$elemMatch") && operand instanceof Document element) {
            addFilter(path + ".", element);
        } else if (operator.equals("$exists") && Boolean.TRUE.equals(operand)) {
            add(path, List.of(Interval.everything()));
        } else if (operand != null && KeyCodec.canLookUp(operand)) {
            switch (operator) {
                case "$eq" -> add(path, List.of(Interval.point(operand)));
                case "$gt", "$gte" -> add(path, List.of(Interval.atLeast(operand)));
                case "$lt", "$lte" -> add(path, List.of(Interval.atMost(operand)));
                default -> {
                    // the rest narrows nothing; the filter is checked on each document anyway
                }
            }
        }
    }

    private void addIn(String path, Collection<?> values) {
        if (values.size() <= MOST_POINTS && values.stream().allMatch(KeyCodec::canLookUp)) {
            TreeSet<Interval> points = new TreeSet<>();
            for (Object value : values) {
                points.add(Interval.point(value));
            }
            add(path, List.copyOf(points));
        }
    }

    private void addHull(String prefix, Collection<?> branches) {
        Map<String, Interval> hulls = new HashMap<>();
        boolean first = true;
        for (Object branch : branches) {
            if (!(branch instanceof Document filter)) {
                return;
            }
            Conditions conditions = new Conditions();
            conditions.addFilter(prefix, filter);
            Map<String, Interval> own = new HashMap<>();
            conditions.byPath.forEach((path, all) -> all.getFirst().stream().reduce(Interval::hull)
                    .ifPresent(hull -> own.put(path, hull)));
            if (first) {
                hulls.putAll(own);
            } else {
                hulls.keySet().retainAll(own.keySet());
                hulls.replaceAll((path, hull) -> hull.hull(own.getOrDefault(path, hull)));
            }
            first = false;
        }
        hulls.forEach((path, hull) -> add(path, List.of(hull)));
    }

    private void add(String path, List<Interval> anyOf) {
        byPath.computeIfAbsent(path, _ -> new ArrayList<>(2)).add(anyOf);
    }
}
