package dev.demarc.contracts.event;

import dev.demarc.contracts.gap.GapDescription;
import dev.demarc.contracts.gap.GapStatus;
import dev.demarc.contracts.gap.Origin;
import dev.demarc.contracts.gap.ResolutionCause;
import java.time.Instant;

/** A gap is no longer there; {@code cause} says why, so that nobody is told «fixed» of what was deleted. */
public record GapResolved(
        GapDescription gap,
        long sequence,
        ResolutionCause cause,
        Origin origin,
        Instant at,
        GapStatus before,
        GapStatus after) implements GapEvent {

    @Override
    public String key() {
        return gap.subject().id();
    }
}
