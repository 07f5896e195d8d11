package dev.demarc.catalog.model.diff;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;
import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A check that is new, gone, judges otherwise or is told in other words. */
public record CheckChange(
        String id,
        String title,
        Kind kind,
        List<FieldChange> fields) {

    /** What becomes of it. */
    public enum Kind {
        /** It is new. */
        ADDED,
        /** It is gone. */
        REMOVED,
        /** It can come to another verdict, severity or place in a framework. */
        CHANGED,
        /** Only its words change. */
        TEXT_CHANGED;

        /** The word as it stands in JSON. */
        @JsonValue
        public String word() {
            return Words.of(this);
        }
    }

    /** Copies the list. */
    public CheckChange {
        fields = List.copyOf(fields);
    }

    /** What changes from one list to the other, by id: removed ones and those that stay in the first list's order, then the new ones. */
    static List<CheckChange> between(List<Check> from, List<Check> to) {
        Map<String, Check> after = new LinkedHashMap<>();
        to.forEach(check -> after.put(check.id(), check));
        List<CheckChange> changes = new ArrayList<>();
        for (Check check : from) {
            Check other = after.remove(check.id());
            if (other == null) {
                changes.add(new CheckChange(check.id(), check.title(), Kind.REMOVED, List.of()));
            } else {
                change(check, other, changes);
            }
        }
        after.values().forEach(check -> changes.add(new CheckChange(check.id(), check.title(), Kind.ADDED,
                List.of())));
        return changes;
    }

    private static void change(Check from, Check to, List<CheckChange> changes) {
        List<FieldChange> judging = judging(from, to);
        List<FieldChange> words = words(from, to);
        if (!judging.isEmpty() || !words.isEmpty()) {
            List<FieldChange> all = new ArrayList<>(judging);
            all.addAll(words);
            changes.add(new CheckChange(to.id(), to.title(), judging.isEmpty() ? Kind.TEXT_CHANGED : Kind.CHANGED,
                    all));
        }
    }

    private static List<FieldChange> words(Check from, Check to) {
        FieldChange.Fields<Check> fields = new FieldChange.Fields<>(from, to).with("title", Check::title)
                .with("expected", Check::expected).with("remediation", Check::remediation);
        parameters(from, to).forEach(name -> fields.with("parameters." + name + ".description", check -> {
            Parameter parameter = check.parameters().get(name);
            return parameter == null ? null : parameter.description();
        }));
        return fields.changes();
    }

    private static TreeSet<String> parameters(Check from, Check to) {
        TreeSet<String> parameters = new TreeSet<>(from.parameters().keySet());
        parameters.addAll(to.parameters().keySet());
        return parameters;
    }

    private static List<FieldChange> judging(Check from, Check to) {
        FieldChange.Fields<Check> fields = new FieldChange.Fields<>(from, to)
                .with("expression", Check::expression).with("when", Check::when)
                .with("severity", check -> check.severity().word())
                .with("resourceTypes", check -> FieldChange.list(check.resourceTypes()))
                .with("paths", check -> FieldChange.list(check.paths()));
        parameters(from, to)
                .forEach(name -> fields.with("parameters." + name, check -> parameter(check.parameters().get(name))));
        TreeSet<String> related = new TreeSet<>(from.related().keySet());
        related.addAll(to.related().keySet());
        related.forEach(name -> fields.with("related." + name, check -> check.related().containsKey(name)
                ? check.related().get(name).type() + ", " + Words.of(check.related().get(name).relation())
                : null));
        TreeSet<String> frameworks = new TreeSet<>(from.frameworks().keySet());
        frameworks.addAll(to.frameworks().keySet());
        frameworks.forEach(name -> fields.with("frameworks." + name,
                check -> FieldChange.list(check.frameworks().getOrDefault(name, List.of()))));
        return fields.changes();
    }

    /** As in JSON, where 7 and "7" are not the same. */
    private static @Nullable String parameter(@Nullable Parameter parameter) {
        if (parameter == null) {
            return null;
        }
        Long minimum = parameter.minimum();
        Long maximum = parameter.maximum();
        String bounds = (minimum == null ? "" : ", at least " + minimum)
                + (maximum == null ? "" : ", at most " + maximum);
        return text(parameter.value()) + bounds;
    }

    private static String text(Object value) {
        return switch (value) {
            case String text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            case List<?> items -> items.stream().map(CheckChange::text).collect(Collectors.joining(", ", "[", "]"));
            default -> value.toString();
        };
    }
}
