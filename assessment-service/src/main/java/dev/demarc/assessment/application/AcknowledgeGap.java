package dev.demarc.assessment.application;

import dev.demarc.assessment.model.Acknowledging;
import dev.demarc.assessment.model.Gap;
import dev.demarc.assessment.model.Subject;
import dev.demarc.contracts.gap.GapState;
import dev.demarc.platform.runtime.Unavailable;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
    }

    private interface Decision {
        Acknowledging.Answer on(Subject subject, Instant now);
    }

    /** Takes an open gap on; one that is acknowledged already stays as it is. */
    public Answer acknowledge(String gapId, @Nullable Long readSequence, String actor, @Nullable String note) {
        return decide(gapId, readSequence,
                (subject, now) -> Acknowledging.acknowledge(subject, gapId, actor, note, now));
    }

    /** Gives an acknowledged gap back; any other is refused. */
    public Answer giveBack(String gapId, @Nullable Long readSequence, String actor) {
        return decide(gapId, readSequence,
                (subject, now) -> switch (Acknowledging.giveBack(subject, gapId, actor, now)) {
                    case Acknowledging.Answer.Already already ->
                        new Acknowledging.Answer.Refused(already.gap().status().state());
                    case Acknowledging.Answer other -> other;
                });
    }

    private Answer decide(String gapId, @Nullable Long readSequence, Decision decision) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Subject subject = subjects.withGap(gapId).orElse(null);
            Gap gap = subject == null ? null : subject.gap(gapId).orElse(null);
            if (subject == null || gap == null) {
                return new Answer.NoSuchGap();
            }
            if (readSequence == null || readSequence != gap.sequence()) {
                return new Answer.Stale(readSequence, gap.sequence());
            }
            switch (decision.on(subject, clock.instant().truncatedTo(ChronoUnit.MILLIS))) {
                case Acknowledging.Answer.Done done -> {
                    if (subjects.replace(List.of(done.subject())).isEmpty()) {
                        publish(done.subject());
                        return new Answer.Stands(done.gap());
                    }
                }
                case Acknowledging.Answer.Already already -> {
                    return new Answer.Stands(already.gap());
                }
                case Acknowledging.Answer.Refused refused -> {
                    return new Answer.Refused(refused.state());
                }
                case Acknowledging.Answer.NoSuchGap none -> {
                    return new Answer.NoSuchGap();
                }
            }
        }
        throw new AssessSubjects.Contended(1);
    }

    /** It is decided by the write; what the broker does not take now, the sweeper publishes. */
    private void publish(Subject subject) {
        try {
            assess.publish(List.of(subject));
        } catch (RuntimeException e) {
            if (!Unavailable.is(e)) {
                throw e;
            }
            LOG.warn("what was decided on {} is published later: {}", subject.ref().id(), e.getMessage());
        }
    }
}
