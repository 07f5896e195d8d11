package dev.demarc.assessment.application;

import dev.demarc.contracts.event.ContextChanged;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where teams, workloads and accounts are kept, each with the context revision of its last edit; blocking. */
public interface ContextStore {

    /** The next revision of the whole context; never the same twice. A number may stay unused. */
    long nextRevision();

    /**
     * Writes an item, marked as not published yet, if it still has this revision (0: if it is not there, or deleted);
     * false where somebody else was faster.
     */
    boolean replace(ContextChanged edit, long expectedRevision);

    /** Marks an edit as published, unless a later one has come since. */
    void published(ContextChanged edit);

    /** An item's last edit, deleted ones included. */
    Optional<ContextChanged> find(String kind, String id);

    /** A page of the items of a kind in the order of their ids, after this one, without deleted ones. */
    List<ContextChanged> page(String kind, @Nullable String after, int limit);

    /** How many {@link #page} would go through. */
    long count(String kind);

    /** Edits that were written but not published, the oldest first. */
    List<ContextChanged> unpublished(int limit);
}
