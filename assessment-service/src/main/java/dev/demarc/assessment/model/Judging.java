package dev.demarc.assessment.model;

import dev.demarc.contracts.event.OutcomeChanged;
import dev.demarc.contracts.gap.Origin;
import dev.demarc.contracts.gap.OutcomeState;
import dev.demarc.contracts.gap.ResolutionCause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Turns a judgement into the subject's next state: which gaps open, change or are resolved, and what is told of it. */
public final class Judging {

    private static final long EVENTS_IN_A_WRITE = 1_000_000;

    private final GapRules rules;

    /** Judges with these due dates. */
    public Judging(DueDates dueDates) {
        this.rules = new GapRules(dueDates);
    }

    /** The subject after the judgement; the events of this judgement stand at the end of its pending ones. */
    public Subject judge(Subject subject, Judgement judgement, Origin origin, Instant now) {
        List<PendingEvent> events = new ArrayList<>();
        Map<String, Gap> gaps = new HashMap<>();
        subject.gaps().forEach(gap -> gaps.put(gap.id(), gap));
        Set<String> judged = new HashSet<>();
        List<Gap> next = new ArrayList<>();
        for (Verdict verdict : judgement.verdicts()) {
            judged.add(verdict.description().id());
            Gap gap = gaps.get(verdict.description().id());
            GapRules.Step step = rules.apply(gap, verdict, judgement.assignment(), origin, now);
            step.add(next, events);
        }
        ResolutionCause cause = causeOfAbsence(subject, judgement, origin);
        for (Gap gap : subject.gaps()) {
            if (!judged.contains(gap.id())) {
                rules.resolve(gap, cause, origin, now).add(next, events);
            }
        }
        outcomeChange(subject, judgement, origin, now)
                .ifPresent(change -> events.add(new PendingEvent(eventId(subject), now, change)));
        return subject.with(judgement, next, events, now);
    }

    private static String eventId(Subject subject) {
        return subject.ref().id() + ".o" + (subject.revision() + 1) + '.' + subject.pending().size();
    }

    /** Rises with the writes, and within one write with the events in it. */
    private static long sequence(Subject subject) {
        return (subject.revision() + 1) * EVENTS_IN_A_WRITE + subject.pending().size();
    }

    private static ResolutionCause causeOfAbsence(Subject subject, Judgement judgement, Origin origin) {
        if (subject.known().deleted()) {
            return ResolutionCause.RESOURCE_DELETED;
        }
        if (!subject.judgedBy().sameModel(judgement.judgedBy()) || origin == Origin.MODEL) {
            return ResolutionCause.MODEL_CHANGED;
        }
        return origin == Origin.CONTEXT ? ResolutionCause.CONTEXT_CHANGED : ResolutionCause.FIXED;
    }

    private static Optional<OutcomeChanged> outcomeChange(Subject subject, Judgement judgement, Origin origin,
            Instant now) {
        boolean all = !subject.assignment().equals(judgement.assignment())
                || !subject.judgedBy().sameModel(judgement.judgedBy());
        Map<String, OutcomeState> before = new HashMap<>();
        subject.outcomes().forEach(outcome -> before.put(outcome.control(), outcome));
        List<OutcomeState> changed = judgement.outcomes().stream()
                .filter(outcome -> all || !outcome.equals(before.get(outcome.control()))).toList();
        judgement.outcomes().forEach(outcome -> before.remove(outcome.control()));
        List<String> removed = before.keySet().stream().sorted().toList();
        if (changed.isEmpty() && removed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new OutcomeChanged(subject.ref(), subject.incarnation(), sequence(subject), origin, now,
                judgement.assignment().workload(), judgement.assignment().ownerTeam(),
                judgement.judgedBy().serviceModel(), judgement.judgedBy().modelVersion(),
                judgement.judgedBy().contextRevision(), changed, removed));
    }

    /** Whether the judgement left everything as it was, so that nothing needs to be written. */
    public static boolean changesNothing(Subject before, Subject after) {
        return before.known().equals(after.known()) && before.gaps().equals(after.gaps())
                && before.pending().size() == after.pending().size()
                && before.assignment().equals(after.assignment()) && before.outcomes().equals(after.outcomes())
                && before.judgedBy().sameModel(after.judgedBy())
                && before.judgedBy().related().equals(after.judgedBy().related())
                && Objects.equals(before.reassessAt(), after.reassessAt());
    }
}
