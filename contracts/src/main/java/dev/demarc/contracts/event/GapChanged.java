package dev.demarc.contracts.event;

import dev.demarc.contracts.gap.GapDescription;
import dev.demarc.contracts.gap.GapStatus;
import dev.demarc.contracts.gap.Origin;
import dev.demarc.contracts.gap.Transition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A gap changed without being opened or resolved; {@code transition} says what matters most in it, {@code actor} who did it where a person did. */
public record GapChanged(
        GapDescription gap,
        long sequence,
        Transition transition,
        Origin origin,
        Instant at,
        @Nullable String actor,
        GapStatus before,
        GapStatus after) implements GapEvent {

    @Override
    public String key() {
        return gap.subject().id();
    }
}
