package dev.demarc.contracts.event;

import dev.demarc.contracts.subject.SubjectRef;
import java.time.Instant;

/** A complete inventory of an account was received; the items in it were sent before this event. The subject is the account. */
public record InventoryCompleted(
        SubjectRef subject,
        String inventory,
        int items,
        Instant receivedAt,
        String source) implements Event {

    @Override
    public String key() {
        return subject.id();
    }
}
