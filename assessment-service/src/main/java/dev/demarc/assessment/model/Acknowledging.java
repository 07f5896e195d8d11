package dev.demarc.assessment.model;

import dev.demarc.contracts.event.GapChanged;
import dev.demarc.contracts.gap.GapState;
import dev.demarc.contracts.gap.GapStatus;
import dev.demarc.contracts.gap.Origin;
import dev.demarc.contracts.gap.Transition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person takes a gap on, or gives it back. */
public final class Acknowledging {

    private Acknowledging() {}

    /** What came of it. */
    public sealed interface Answer {
        /** Done; the subject is to be written. */
        record Done(Subject subject, Gap gap) implements Answer {}

        /** Nothing to do: it stands so already, by the same person. */
        record Already(Gap gap) implements Answer {}

        /** Can't be done to a gap in this state. */
        record Refused(GapState state) implements Answer {}

        /** The subject has no such gap. */
        record NoSuchGap() implements Answer {}
    }

    /** Takes an open gap on; {@code actor} is who, {@code note} what they say of it. */
    public static Answer acknowledge(Subject subject, String gapId, String actor, @Nullable String note, Instant now) {
        return decide(subject, gapId, GapState.OPEN, GapState.ACKNOWLEDGED, Transition.ACKNOWLEDGED, actor, note, now);
    }

    /** Gives an acknowledged gap back. */
    public static Answer giveBack(Subject subject, String gapId, String actor, Instant now) {
        return decide(subject, gapId, GapState.ACKNOWLEDGED, GapState.OPEN, Transition.UNACKNOWLEDGED, actor, null,
                now);
    }

    private static Answer decide(Subject subject, String gapId, GapState from, GapState to, Transition transition,
            String actor, @Nullable String note, Instant now) {
        Gap gap = subject.gap(gapId).orElse(null);
        if (gap == null) {
            return new Answer.NoSuchGap();
        }
        GapStatus before = gap.status();
        if (before.state() == to) {
            return new Answer.Already(gap);
        }
        if (before.state() != from) {
            return new Answer.Refused(before.state());
        }
        boolean taken = to == GapState.ACKNOWLEDGED;
        GapStatus after = new GapStatus(to, before.reason(), before.severity(), before.ownerTeam(), before.workload(),
                before.environment(), before.openedAt(), before.dueAt(), taken ? actor : null, taken ? now : null,
                taken ? note : null, before.stale(), before.observed());
        Gap next = new Gap(gap.description(), after, gap.sequence() + 1);
        GapChanged event = new GapChanged(next.description(), next.sequence(), transition, Origin.COMMAND, now, actor,
                before, after);
        return new Answer.Done(subject.withGap(next, GapRules.pending(event), now), next);
    }
}
