package dev.demarc.assessment.application;

import dev.demarc.assessment.model.Acknowledging;
import dev.demarc.assessment.model.Gap;
import dev.demarc.assessment.model.Subject;
import dev.demarc.contracts.gap.GapState;
import dev.demarc.platform.runtime.Unavailable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A person takes a gap on, or gives it back. A gap's revision is its sequence, so that a subject that is judged at the
 * same moment is in nobody's way: who loses the race for the subject starts again from the read.
 */
public final class AcknowledgeGap {

    private static final Logger LOG = LoggerFactory.getLogger(AcknowledgeGap.class);
    private static final int MOST_ROUNDS = 20;

    private final SubjectStore subjects;
    private final AssessSubjects assess;
    private final Clock clock;

    /** Writes and publishes by these. */
    public AcknowledgeGap(SubjectStore subjects, AssessSubjects assess, Clock clock) {
        this.subjects = subjects;
        this.assess = assess;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Answer {
        /** The gap as it stands now. */
        record Stands(Gap gap) implements Answer {}

        /** Can't be done to a gap in this state. */
        record Refused(GapState state) implements Answer {}

        /** The gap has another sequence than the caller has read; null: the caller named none. */
        record Stale(@Nullable Long given, long current) implements Answer {}

        /** There is no such gap. */
        record NoSuchGap() implements Answer {}

        /** The store is away: it may be done or not. */
        record Away() implements Answer {}
    }

    /** A gap that somebody wants to decide on, and the sequence that they have read; null: they named none. */
    public record Asked(String gapId, @Nullable Long readSequence) {}

    private interface Decision {
        Acknowledging.Answer on(Subject subject, String gapId, Instant now);
    }

    /** Takes an open gap on; one that is acknowledged already stays as it is. */
    public Answer acknowledge(String gapId, @Nullable Long readSequence, String actor, @Nullable String note) {
        return decide(new Asked(gapId, readSequence), acknowledging(actor, note));
    }

    /**
     * Takes each of these gaps on for itself; the answers are in the order of the gaps, of which none may come twice. A
     * store that is away gives {@link Answer.Away} for those that it keeps from being decided.
     */
    public List<Answer> acknowledgeEach(List<Asked> gaps, String actor, @Nullable String note) {
        Map<String, Answer> answers = new HashMap<>();
        try {
            decide(gaps, acknowledging(actor, note), answers);
        } catch (RuntimeException e) {
            if (!Unavailable.is(e)) {
                throw e;
            }
            LOG.warn("{} of {} gaps could not be taken on: {}", gaps.size() - answers.size(), gaps.size(),
                    e.getMessage());
        }
        return gaps.stream().map(gap -> answers.getOrDefault(gap.gapId(), new Answer.Away())).toList();
    }

    private static Decision acknowledging(String actor, @Nullable String note) {
        return (subject, gapId, now) -> Acknowledging.acknowledge(subject, gapId, actor, note, now);
    }

    /** Gives an acknowledged gap back; any other is refused. */
    public Answer giveBack(String gapId, @Nullable Long readSequence, String actor) {
        return decide(new Asked(gapId, readSequence),
                (subject, id, now) -> switch (Acknowledging.giveBack(subject, id, actor, now)) {
                    case Acknowledging.Answer.Already already ->
                        new Acknowledging.Answer.Refused(already.gap().status().state());
                    case Acknowledging.Answer other -> other;
                });
    }

    private Answer decide(Asked gap, Decision decision) {
        Map<String, Answer> answers = new HashMap<>();
        decide(List.of(gap), decision, answers);
        return Objects.requireNonNull(answers.get(gap.gapId()));
    }

    /** Adds each answer as soon as it is certain, so that those before a failure stand. */
    private void decide(List<Asked> gaps, Decision decision, Map<String, Answer> answers) {
        List<Asked> open = gaps;
        for (int round = 0; round < MOST_ROUNDS && !open.isEmpty(); round++) {
            round(open, decision, answers);
            open = open.stream().filter(gap -> !answers.containsKey(gap.gapId())).toList();
        }
        if (!open.isEmpty()) {
            throw new AssessSubjects.Contended(open.size());
        }
    }

    private void round(List<Asked> open, Decision decision, Map<String, Answer> answers) {
        List<Subject> found = subjects.withGaps(open.stream().map(Asked::gapId).toList());
        List<Decided> decided = new ArrayList<>();
        Set<String> there = new HashSet<>();
        for (Subject subject : found) {
            List<Asked> ofSubject = open.stream().filter(gap -> subject.gap(gap.gapId()).isPresent()).toList();
            ofSubject.forEach(gap -> there.add(gap.gapId()));
            decided.add(decide(subject, ofSubject, decision));
        }
        open.stream().filter(gap -> !there.contains(gap.gapId()))
                .forEach(gap -> answers.put(gap.gapId(), new Answer.NoSuchGap()));
        decided.stream().filter(each -> !each.changed()).forEach(each -> answers.putAll(each.answers));
        List<Decided> changed = decided.stream().filter(Decided::changed).toList();
        if (changed.isEmpty()) {
            return;
        }
        Set<String> lost = subjects.replace(changed.stream().map(Decided::after).toList());
        List<Decided> written = changed.stream().filter(each -> !lost.contains(each.after.ref().id())).toList();
        written.forEach(each -> answers.putAll(each.answers));
        publish(written.stream().map(Decided::after).toList());
    }

    /** What was decided on the gaps of one subject; the answers hold if it could be written. */
    private record Decided(Subject before, Subject after, Map<String, Answer> answers) {

        boolean changed() {
            return !after.equals(before);
        }
    }

    private Decided decide(Subject before, List<Asked> gaps, Decision decision) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<String, Answer> answers = new HashMap<>();
        Subject subject = before;
        for (Asked asked : gaps) {
            long current = subject.gap(asked.gapId()).map(Gap::sequence).orElse(0L);
            if (asked.readSequence() == null || asked.readSequence() != current) {
                answers.put(asked.gapId(), new Answer.Stale(asked.readSequence(), current));
                continue;
            }
            answers.put(asked.gapId(), switch (decision.on(subject, asked.gapId(), now)) {
                case Acknowledging.Answer.Done done -> {
                    subject = done.subject();
                    yield new Answer.Stands(done.gap());
                }
                case Acknowledging.Answer.Already already -> new Answer.Stands(already.gap());
                case Acknowledging.Answer.Refused refused -> new Answer.Refused(refused.state());
                case Acknowledging.Answer.NoSuchGap _ -> new Answer.NoSuchGap();
            });
        }
        return new Decided(before, subject, answers);
    }

    private void publish(List<Subject> written) {
        Publishing.nowOrLater(written.stream().map(subject -> subject.ref().id()).toList(),
                () -> assess.publish(written));
    }
}
