package dev.demarc.assessment.application;

import dev.demarc.contracts.Copies;
import dev.demarc.contracts.gap.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A re-assessment of many subjects: it goes through the live subjects of {@code types} (all, where none is named) in the
 * order of their ids, asks for each that needs it, and remembers how far it got. {@code revision} guards its writes,
 * {@code leaseUntil} says until when its worker has it; {@code serviceModel} stands where a new version led to it.
 */
public record Run(
        String id,
        Origin origin,
        String title,
        @Nullable String serviceModel,
        int modelVersion,
        List<String> types,
        long catalogRevision,
        long contextRevision,
        State state,
        long total,
        long scanned,
        long asked,
        @Nullable String cursor,
        Instant createdAt,
        @Nullable Instant finishedAt,
        @Nullable Instant leaseUntil,
        long revision) {

    /** For how long a worker has a run without saying anything of it. */
    static final Duration LEASE = Duration.ofSeconds(30);

    /** Where a run stands; superseded: a newer one covers it. */
    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        SUPERSEDED
    }

    /** Copies the types. */
    public Run {
        types = Copies.list(types);
    }

    /** A new version of a service model is in force. */
    public static Run ofModel(String key, int version, List<String> types, long catalogRevision, Instant now) {
        return new Run("model-" + key.replace('/', '-') + '-' + version, Origin.MODEL,
                "Service model " + key + " version " + version, key, version, types, catalogRevision, 0,
                State.QUEUED, 0, 0, 0, null, now, null, null, 0);
    }

    /** Teams, workloads or accounts were edited up to this revision. */
    public static Run ofContext(String what, long contextRevision, Instant now) {
        return new Run("context-" + contextRevision, Origin.CONTEXT, what, null, 0, List.of(), 0, contextRevision,
                State.QUEUED, 0, 0, 0, null, now, null, null, 0);
    }

    /** When it last went on, or ended. */
    public Instant updatedAt() {
        if (finishedAt != null) {
            return finishedAt;
        }
        return leaseUntil == null ? createdAt : leaseUntil.minus(LEASE);
    }

    Run claimed(long count, Instant until) {
        return new Run(id, origin, title, serviceModel, modelVersion, types, catalogRevision, contextRevision,
                State.RUNNING,
                state == State.QUEUED ? count : total, scanned, asked, cursor, createdAt, finishedAt, until, revision);
    }

    Run advanced(String nextCursor, int nextScanned, int nextAsked, Instant until) {
        return new Run(id, origin, title, serviceModel, modelVersion, types, catalogRevision, contextRevision, state,
                Math.max(total, scanned + nextScanned), scanned + nextScanned, asked + nextAsked, nextCursor, createdAt,
                finishedAt, until, revision);
    }

    Run ended(State end, Instant now) {
        return new Run(id, origin, title, serviceModel, modelVersion, types, catalogRevision, contextRevision, end,
                total, scanned, asked, cursor,
                createdAt, now, null, revision);
    }
}
