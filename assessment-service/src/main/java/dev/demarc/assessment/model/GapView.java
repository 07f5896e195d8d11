package dev.demarc.assessment.model;

import dev.demarc.contracts.Copies;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.contracts.gap.GapDescription;
import dev.demarc.contracts.gap.GapState;
import dev.demarc.contracts.gap.GapStatus;
import dev.demarc.contracts.gap.ResolutionCause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gap as its events tell it: the highest sequence, and the last hundred transitions, the newest first; of its last life
 * alone, where its subject was forgotten and came back.
 */
public record GapView(GapDescription description, GapStatus status, long sequence, List<GapTransition> history) {

    /** How many transitions are kept. */
    public static final int MOST_HISTORY = 100;

    /** Copies the history. */
    public GapView {
        history = Copies.list(history);
    }

    /**
     * Whether the event is news. A gap that has been resolved for so long may have been forgotten with its subject and
     * count from 1 again; what is so much older than its opening is of an earlier life.
     */
    boolean learnsFrom(GapEvent event) {
        if (event.sequence() > sequence) {
            return !event.at().isBefore(status.openedAt().minus(Subject.FORGOTTEN_AFTER));
        }
        Instant resolvedAt = resolvedAt();
        return resolvedAt != null && event.at().minus(Subject.FORGOTTEN_AFTER).isAfter(resolvedAt);
    }

    /** The gap after an event that is news to {@code before}; one whose sequence is not higher begins another life. */
    public static GapView after(@Nullable GapView before, GapEvent event) {
        List<GapTransition> history = new ArrayList<>();
        history.add(GapTransition.of(event));
        if (before != null && event.sequence() > before.sequence) {
            before.history.stream().limit(MOST_HISTORY - 1L).forEach(history::add);
        }
        return new GapView(event.gap(), event.after(), event.sequence(), history);
    }

    /** The gap's id. */
    public String id() {
        return description.id();
    }

    /** When the last of its transitions was. */
    public Instant at() {
        return history.getFirst().at();
    }

    /** Where it is counted. */
    public GapBucket bucket() {
        return new GapBucket(status.state(), status.severity(), status.reason(), status.ownerTeam());
    }

    /** When it was resolved; null while it is there, or where the history lags behind. */
    public @Nullable Instant resolvedAt() {
        return isResolved() ? history.getFirst().at() : null;
    }

    /** Why it is resolved; null while it is there, or where the history lags behind. */
    public @Nullable ResolutionCause cause() {
        return isResolved() ? history.getFirst().cause() : null;
    }

    private boolean isResolved() {
        return status.state() == GapState.RESOLVED && !history.isEmpty()
                && history.getFirst().sequence() == sequence;
    }
}
