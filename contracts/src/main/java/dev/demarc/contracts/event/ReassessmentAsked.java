package dev.demarc.contracts.event;

import dev.demarc.contracts.gap.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subject is to be judged again without having changed or, with {@code readersOf}, all subjects of its account whose
 * checks read a document of that type; {@code contextRevision} and {@code catalogRevision} are the least to judge with.
 */
public record ReassessmentAsked(
        String subject,
        Origin origin,
        @Nullable String readersOf,
        @Nullable String run,
        long contextRevision,
        long catalogRevision,
        Instant askedAt) implements Event {

    @Override
    public String key() {
        return subject;
    }
}
