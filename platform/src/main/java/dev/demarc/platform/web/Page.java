package dev.demarc.platform.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the cursor of the next page; null on the last one
 * @param total how many there are in all; null where counting would cost more than it is worth
 */
public record Page<T>(List<T> items, @Nullable String next, @Nullable Long total) {

    /** Keeps its own copy of the items. */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * A page from {@code limit + 1} items that were read: the one too many only says that there is a next page, whose
     * cursor is made from the last item shown.
     */
    public static <T> Page<T> of(List<T> read, int limit, @Nullable Long total, Function<T, Cursor> cursor) {
        if (read.size() <= limit) {
            return new Page<>(read, null, total);
        }
        List<T> shown = read.subList(0, limit);
        return new Page<>(shown, cursor.apply(shown.getLast()).encode(), total);
    }

    /** The same page with each item shown as something else. */
    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), next, total);
    }
}
