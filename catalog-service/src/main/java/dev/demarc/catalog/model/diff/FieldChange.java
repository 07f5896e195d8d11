package dev.demarc.catalog.model.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A field that says something else; null on the side that has none. */
public record FieldChange(
        String field,
        @Nullable String from,
        @Nullable String to) {

    /** Collects the fields in which two things differ. */
    static final class Fields<T> {

        private final @Nullable T from;
        private final @Nullable T to;
        private final List<FieldChange> changes = new ArrayList<>();

        Fields(@Nullable T from, @Nullable T to) {
            this.from = from;
            this.to = to;
        }

        Fields<T> with(String field, Function<T, @Nullable String> text) {
            String before = from == null ? null : text.apply(from);
            String after = to == null ? null : text.apply(to);
            if (!Objects.equals(before, after)) {
                changes.add(new FieldChange(field, before, after));
            }
            return this;
        }

        List<FieldChange> changes() {
            return List.copyOf(changes);
        }
    }

    /** Items as one text; null for none. */
    static @Nullable String list(List<String> items) {
        return items.isEmpty() ? null : String.join(", ", items);
    }
}
