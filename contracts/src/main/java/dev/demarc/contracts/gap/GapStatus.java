package dev.demarc.contracts.gap;

import dev.demarc.contracts.Copies;
import dev.demarc.contracts.catalog.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a gap stands at one moment, with all that routing and counting need. */
public record GapStatus(
        GapState state,
        GapReason reason,
        Severity severity,
        @Nullable String ownerTeam,
        @Nullable String workload,
        @Nullable String environment,
        Instant openedAt,
        Instant dueAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        @Nullable String note,
        boolean stale,
        List<ObservedValue> observed) {

    /** Copies the collections; an absent one is empty. */
    public GapStatus {
        observed = Copies.list(observed);
    }
}
