package dev.demarc.assessment.model;

import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.event.GapChanged;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.contracts.event.GapOpened;
import dev.demarc.contracts.event.GapResolved;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.gap.GapState;
import dev.demarc.contracts.gap.Origin;
import dev.demarc.contracts.gap.ResolutionCause;
import dev.demarc.contracts.gap.Transition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a gap's history; {@code event} is {@code opened}, {@code changed} or {@code resolved}. */
public record GapTransition(
        long sequence,
        String event,
        @Nullable Transition transition,
        @Nullable ResolutionCause cause,
        Origin origin,
        Instant at,
        @Nullable String actor,
        GapState state,
        Severity severity,
        GapReason reason,
        @Nullable String note) {

    /** What an event adds to the history; the note is told only where it was given. */
    public static GapTransition of(GapEvent event) {
        return switch (event) {
            case GapOpened opened -> of(opened, "opened", null, null, null);
            case GapChanged changed -> of(changed, "changed", changed.transition(), null, changed.actor());
            case GapResolved resolved -> of(resolved, "resolved", null, resolved.cause(), null);
        };
    }

    private static GapTransition of(GapEvent event, String name, @Nullable Transition transition,
            @Nullable ResolutionCause cause, @Nullable String actor) {
        return new GapTransition(event.sequence(), name, transition, cause, event.origin(), event.at(), actor,
                event.after().state(), event.after().severity(), event.after().reason(),
                transition == Transition.ACKNOWLEDGED ? event.after().note() : null);
    }
}
