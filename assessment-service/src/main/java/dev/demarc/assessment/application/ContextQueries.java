package dev.demarc.assessment.application;

import dev.demarc.contracts.event.ContextChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads teams, workloads and accounts as they were last written, whichever instance wrote them. */
public final class ContextQueries {

    private static final int AT_ONCE = 500;

    private final ContextStore store;

    /** Reads from this store. */
    public ContextQueries(ContextStore store) {
        this.store = store;
    }

    /** Some items in the order of their ids, and how many there are in all. */
    public record Found(List<ContextChanged> items, long total) {}

    /** An item that is there. */
    public Optional<ContextChanged> find(String kind, String id) {
        return store.find(kind, id).filter(edit -> !EditContext.isDeleted(edit));
    }

    /** A page of a kind after this id. */
    public Found page(String kind, @Nullable String after, int limit) {
        return new Found(store.page(kind, after, limit), store.count(kind));
    }

    /** A page of those that match; goes through all items of the kind, of which there are some thousands at most. */
    public Found page(String kind, Predicate<ContextChanged> matches, @Nullable String after, int limit) {
        List<ContextChanged> shown = new ArrayList<>();
        long total = 0;
        List<ContextChanged> read = List.of();
        do {
            read = store.page(kind, read.isEmpty() ? null : read.getLast().id(), AT_ONCE);
            for (ContextChanged item : read) {
                if (matches.test(item)) {
                    total++;
                    if (shown.size() < limit && (after == null || item.id().compareTo(after) > 0)) {
                        shown.add(item);
                    }
                }
            }
        } while (read.size() == AT_ONCE);
        return new Found(shown, total);
    }

    /** An item of the kind that matches, if there is one. */
    public Optional<ContextChanged> any(String kind, Predicate<ContextChanged> matches) {
        return page(kind, matches, null, 1).items().stream().findFirst();
    }
}
