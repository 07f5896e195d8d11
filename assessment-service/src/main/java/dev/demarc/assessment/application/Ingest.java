package dev.demarc.assessment.application;

import dev.demarc.assessment.model.PendingEvent;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.InventoryCompleted;
import dev.demarc.contracts.event.SubjectChanged;
import dev.demarc.contracts.event.SubjectDeleted;
import java.time.Instant;
import java.util.List;

/** Publishes normalised changes; the same change always gets the same event id, however often it is sent in. */
public final class Ingest {

    private final Events events;

    /** Publishes there. */
    public Ingest(Events events) {
        this.events = events;
    }

    /** Returns when the broker has all of them, in this order. */
    public void publish(List<Event> changes) {
        events.publish(changes.stream().map(Ingest::outgoing).toList());
    }

    private static PendingEvent outgoing(Event event) {
        return switch (event) {
            case SubjectChanged change -> outgoing(change, change.capturedAt(), change.stateId(), change.receivedAt());
            case SubjectDeleted gone -> outgoing(gone, gone.capturedAt(), gone.stateId(), gone.receivedAt());
            case InventoryCompleted inventory -> new PendingEvent(event.key() + '.' + inventory.inventory(),
                    inventory.receivedAt(), event);
            default -> throw new IllegalArgumentException("not a change: " + event.getClass());
        };
    }

    private static PendingEvent outgoing(Event event, Instant capturedAt, long stateId, Instant receivedAt) {
        return new PendingEvent(event.key() + '.' + capturedAt.toEpochMilli() + '.' + stateId, receivedAt, event);
    }
}
