package dev.demarc.platform.events;

import dev.demarc.contracts.event.Event;
import java.time.Instant;

/** An event as it was read, with the record that it came in. */
public record IncomingEvent(String id, Instant time, Event event, Received record) {}
