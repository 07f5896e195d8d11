package dev.demarc.contracts.event;

import dev.demarc.contracts.gap.GapDescription;
import dev.demarc.contracts.gap.GapStatus;
import dev.demarc.contracts.gap.Origin;
import java.time.Instant;

/** A gap is there for the first time; its sequence is 1. */
public record GapOpened(
        GapDescription gap,
        long sequence,
        Origin origin,
        Instant at,
        GapStatus after) implements GapEvent {

    @Override
    public String key() {
        return gap.subject().id();
    }
}
