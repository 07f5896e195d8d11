package dev.demarc.contracts.event;

import dev.demarc.contracts.subject.SubjectRef;
import java.time.Instant;

/** A subject is gone. */
public record SubjectDeleted(
        SubjectRef subject,
        Instant capturedAt,
        long stateId,
        Instant receivedAt,
        String source) implements Event {

    @Override
    public String key() {
        return subject.id();
    }
}
