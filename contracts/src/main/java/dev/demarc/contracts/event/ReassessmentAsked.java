package dev.demarc.contracts.event;

import dev.demarc.contracts.gap.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A subject is to be judged again without having changed or, with {@code readersOf}, all subjects of its account whose checks read a document of that type. */
public record ReassessmentAsked(
        String subject,
        Origin origin,
        @Nullable String readersOf,
        @Nullable String run,
        Instant askedAt) implements Event {

    @Override
    public String key() {
        return subject;
    }
}
