package dev.demarc.contracts.event;

import dev.demarc.contracts.Copies;
import dev.demarc.contracts.subject.SubjectRef;
import dev.demarc.contracts.subject.SubjectState;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A subject was created or updated. Without a {@code state} only that it changed is known, and {@code stateMissing} says why. */
public record SubjectChanged(
        SubjectRef subject,
        Instant capturedAt,
        long stateId,
        Instant receivedAt,
        String source,
        @Nullable Instant createdAt,
        Map<String, String> tags,
        @Nullable SubjectState state,
        @Nullable String stateMissing) implements Event {

    /** Copies the collections; an absent one is empty. */
    public SubjectChanged {
        tags = Copies.map(tags);
    }

    @Override
    public String key() {
        return subject.id();
    }
}
