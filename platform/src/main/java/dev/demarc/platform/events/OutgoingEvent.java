package dev.demarc.platform.events;

import dev.demarc.contracts.event.Event;
import java.time.Instant;

/** An event to publish; topic, key and CloudEvents type follow from it. The same id again means the same event. */
public record OutgoingEvent(String id, Instant time, Event event) {}
