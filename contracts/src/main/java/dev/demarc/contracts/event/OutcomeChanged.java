package dev.demarc.contracts.event;

import dev.demarc.contracts.Copies;
import dev.demarc.contracts.gap.Origin;
import dev.demarc.contracts.gap.OutcomeState;
import dev.demarc.contracts.subject.SubjectRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes of a subject changed in verdict, owner, workload or model version; only those that did are listed,
 * {@code removed} names controls without an outcome from now on. The {@code sequence} rises from each of a subject's
 * events to the next, with holes, so that one that comes again is known; events from before there was one have none.
 */
public record OutcomeChanged(
        SubjectRef subject,
        int incarnation,
        @Nullable Long sequence,
        Origin origin,
        Instant at,
        @Nullable String workload,
        @Nullable String ownerTeam,
        @Nullable String serviceModel,
        int modelVersion,
        long contextRevision,
        List<OutcomeState> outcomes,
        List<String> removed) implements Event {

    /** Copies the collections; an absent one is empty. */
    public OutcomeChanged {
        outcomes = Copies.list(outcomes);
        removed = Copies.list(removed);
    }

    @Override
    public String key() {
        return subject.id();
    }
}
