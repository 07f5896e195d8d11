package dev.demarc.assessment.model;

import dev.demarc.contracts.event.GapChanged;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.contracts.event.GapOpened;
import dev.demarc.contracts.event.GapResolved;
import dev.demarc.contracts.gap.CustomerOutcome;
import dev.demarc.contracts.gap.GapDescription;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.gap.GapState;
import dev.demarc.contracts.gap.GapStatus;
import dev.demarc.contracts.gap.Origin;
import dev.demarc.contracts.gap.ResolutionCause;
import dev.demarc.contracts.gap.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one gap by one verdict. A failed or unknown verdict opens it, or opens it again under its id; a pass
 * resolves it; an unknown verdict never resolves a failed gap but marks it stale. At most one event results, and its
 * transition names what matters most: re-opened, then severity, owner, values, stale.
 */
final class GapRules {

    private final DueDates dueDates;

    GapRules(DueDates dueDates) {
        this.dueDates = dueDates;
    }

    /** A gap after a verdict, and the event that tells of it; both absent where there was and is none. */
    record Step(@Nullable Gap gap, @Nullable GapEvent event) {

        void add(List<Gap> gaps, List<PendingEvent> events) {
            if (gap != null) {
                gaps.add(gap);
            }
            if (event != null) {
                events.add(pending(event));
            }
        }
    }

    static PendingEvent pending(GapEvent event) {
        return new PendingEvent(event.gap().id() + '.' + event.sequence(), event.at(), event);
    }

    Step apply(@Nullable Gap gap, Verdict verdict, Assignment owner, Origin origin, Instant now) {
        GapReason reason = verdict.reason();
        if (reason == null) {
            return gap == null ? new Step(null, null) : resolve(gap, passed(origin), origin, now);
        }
        if (gap == null) {
            return open(verdict, reason, owner, origin, now);
        }
        if (!gap.isThere()) {
            return reopen(gap, verdict, reason, owner, origin, now);
        }
        boolean failedBefore = gap.status().reason() == GapReason.CHECK_FAILED;
        boolean stale = failedBefore && verdict.outcome() == CustomerOutcome.UNKNOWN;
        return stale
                ? change(gap, verdict, staleStatus(gap, owner), origin, now)
                : change(gap, verdict, nextStatus(gap, verdict, reason, owner, now), origin, now);
    }

    Step resolve(Gap gap, ResolutionCause cause, Origin origin, Instant now) {
        if (!gap.isThere()) {
            return new Step(gap, null);
        }
        GapStatus after = new GapStatus(GapState.RESOLVED, gap.status().reason(), gap.status().severity(),
                gap.status().ownerTeam(), gap.status().workload(), gap.status().environment(),
                gap.status().openedAt(), gap.status().dueAt(), gap.status().acknowledgedBy(),
                gap.status().acknowledgedAt(), gap.status().note(), false, gap.status().observed());
        Gap next = new Gap(gap.description(), after, gap.sequence() + 1);
        return new Step(next,
                new GapResolved(next.description(), next.sequence(), cause, origin, now, gap.status(), after));
    }

    private static ResolutionCause passed(Origin origin) {
        return switch (origin) {
            case MODEL -> ResolutionCause.MODEL_CHANGED;
            case CONTEXT -> ResolutionCause.CONTEXT_CHANGED;
            case LIVE, BASELINE, TIME, COMMAND -> ResolutionCause.FIXED;
        };
    }

    private Step open(Verdict verdict, GapReason reason, Assignment owner, Origin origin, Instant now) {
        Gap gap = new Gap(verdict.description(), fresh(verdict, reason, owner, now), 1);
        return new Step(gap, new GapOpened(gap.description(), 1, origin, now, gap.status()));
    }

    private Step reopen(Gap gap, Verdict verdict, GapReason reason, Assignment owner, Origin origin, Instant now) {
        Gap next = new Gap(verdict.description(), fresh(verdict, reason, owner, now), gap.sequence() + 1);
        return new Step(next, new GapChanged(next.description(), next.sequence(), Transition.RE_OPENED, origin, now,
                null, gap.status(), next.status()));
    }

    private GapStatus fresh(Verdict verdict, GapReason reason, Assignment owner, Instant now) {
        return new GapStatus(GapState.OPEN, reason, verdict.severity(), owner.ownerTeam(), owner.workload(),
                owner.environment(), now, dueDates.of(verdict.severity(), now), null, null, null, false,
                verdict.observed());
    }

    private static GapStatus staleStatus(Gap gap, Assignment owner) {
        GapStatus status = gap.status();
        return new GapStatus(status.state(), status.reason(), status.severity(), owner.ownerTeam(), owner.workload(),
                owner.environment(), status.openedAt(), status.dueAt(), status.acknowledgedBy(),
                status.acknowledgedAt(), status.note(), true, status.observed());
    }

    private GapStatus nextStatus(Gap gap, Verdict verdict, GapReason reason, Assignment owner, Instant now) {
        GapStatus status = gap.status();
        Instant dueAt = status.dueAt();
        if (verdict.severity().compareTo(status.severity()) > 0) {
            Instant sooner = dueDates.of(verdict.severity(), now);
            dueAt = sooner.isBefore(dueAt) ? sooner : dueAt;
        }
        return new GapStatus(status.state(), reason, verdict.severity(), owner.ownerTeam(), owner.workload(),
                owner.environment(), status.openedAt(), dueAt, status.acknowledgedBy(), status.acknowledgedAt(),
                status.note(), false, verdict.observed());
    }

    private static Step change(Gap gap, Verdict verdict, GapStatus after, Origin origin, Instant now) {
        GapDescription description = verdict.description();
        return transition(gap.status(), after).map(transition -> {
            Gap next = new Gap(description, after, gap.sequence() + 1);
            return new Step(next, new GapChanged(description, next.sequence(), transition, origin, now, null,
                    gap.status(), after));
        }).orElseGet(() -> new Step(new Gap(description, gap.status(), gap.sequence()), null));
    }

    private static Optional<Transition> transition(GapStatus before, GapStatus after) {
        if (before.severity() != after.severity()) {
            return Optional.of(Transition.SEVERITY);
        }
        if (!Objects.equals(before.ownerTeam(), after.ownerTeam())
                || !Objects.equals(before.workload(), after.workload())
                || !Objects.equals(before.environment(), after.environment())) {
            return Optional.of(Transition.OWNER);
        }
        if (before.reason() != after.reason() || !before.observed().equals(after.observed())) {
            return Optional.of(Transition.VALUES);
        }
        if (before.stale() != after.stale()) {
            return Optional.of(after.stale() ? Transition.STALE : Transition.VALUES);
        }
        return Optional.empty();
    }
}
