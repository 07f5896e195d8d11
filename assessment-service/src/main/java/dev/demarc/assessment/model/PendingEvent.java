package dev.demarc.assessment.model;

import dev.demarc.contracts.event.Event;
import java.time.Instant;

/** An event that was decided and stored with the subject, and that the broker has not confirmed yet. */
public record PendingEvent(String id, Instant time, Event event) {}
