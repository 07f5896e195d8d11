package dev.demarc.catalog.web;

import dev.demarc.platform.web.Cursor;
import dev.demarc.platform.web.Limit;
import dev.demarc.platform.web.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pages of lists that are held in memory as a whole. */
final class Pages {

    private Pages() {}

    /** A page of what is sorted by an id that is unique; begins after the cursor's id, by the same order. */
    static <T> Page<T> of(String list, List<T> sorted, Function<T, String> id, @Nullable String limit,
            @Nullable String cursor) {
        int size = Limit.parse(limit);
        Cursor after = Cursor.decode(list, cursor);
        List<T> rest = after == null
                ? sorted
                : sorted.stream().dropWhile(item -> id.apply(item).compareTo(after.position().getFirst()) <= 0)
                        .toList();
        return Page.of(rest.stream().limit(size + 1L).toList(), size, (long) sorted.size(),
                item -> Cursor.of(list, id.apply(item)));
    }
}
