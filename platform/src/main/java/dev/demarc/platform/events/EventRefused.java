package dev.demarc.platform.events;

import org.jspecify.annotations.Nullable;

/** An event that can never be published as it is, because it is too large or the broker refuses it for good. */
public final class EventRefused extends RuntimeException {

    private final String eventId;

    /** The event's id and why it was refused. */
    public EventRefused(String eventId, String reason, @Nullable Throwable cause) {
        super("event %s was refused: %s".formatted(eventId, reason), cause);
        this.eventId = eventId;
    }

    /** The id of the refused event; publishing the others without it may succeed. */
    public String eventId() {
        return eventId;
    }
}
