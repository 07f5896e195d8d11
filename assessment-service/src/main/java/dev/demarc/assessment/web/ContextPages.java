package dev.demarc.assessment.web;

import dev.demarc.assessment.application.ContextQueries;
import dev.demarc.contracts.event.ContextChanged;
import dev.demarc.platform.web.Cursor;
import dev.demarc.platform.web.Page;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Lists of teams, workloads and accounts, ordered by id. */
final class ContextPages {

    private ContextPages() {}

    /** A page; a null predicate means all of the kind. The filters must have been read from the query before. */
    static Page<ContextChanged> page(ContextQueries queries, Query query, String kind,
            @Nullable Predicate<ContextChanged> matches) {
        int limit = query.limit();
        String after = query.after(kind);
        ContextQueries.Found found = matches == null
                ? queries.page(kind, after, limit + 1)
                : queries.page(kind, matches, after, limit + 1);
        return Page.of(found.items(), limit, found.total(), last -> Cursor.of(query.list(kind), last.id()));
    }
}
