package dev.demarc.notification.model;

import dev.demarc.contracts.event.GapEvent;

/** A transition with its place in the topic, by which one that is read twice is counted once. */
public record PlacedEvent(GapEvent event, int partition, long offset) {}
