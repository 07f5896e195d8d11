package dev.demarc.assessment.application;

import dev.demarc.assessment.model.Assignment;
import dev.demarc.assessment.model.ContextSnapshot;
import dev.demarc.assessment.model.PendingEvent;
import dev.demarc.contracts.event.ReassessmentAsked;
import dev.demarc.contracts.gap.Origin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Works runs off, page by page; whoever finds one whose worker died goes on where that one stopped. */
public final class RunWorker {

    private static final int PAGE = 500;
    private static final int MOST_CLAIMABLE = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RunStore runs;
    private final SubjectStore subjects;
    private final Events events;
    private final Snapshots snapshots;
    private final Clock clock;

    /** Works on these ports. */
    public RunWorker(RunStore runs, SubjectStore subjects, Events events, Snapshots snapshots, Clock clock) {
        this.runs = runs;
        this.subjects = subjects;
        this.events = events;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** Works off what is there, and returns how many runs it ended. */
    public int work() {
        List<Run> claimable = runs.claimable(clock.instant(), MOST_CLAIMABLE);
        Optional<Run> newestContext = claimable.stream()
                .filter(run -> run.origin() == Origin.CONTEXT && run.state() == Run.State.QUEUED)
                .reduce((one, other) -> one.contextRevision() > other.contextRevision() ? one : other);
        int ended = 0;
        for (Run run : claimable) {
            boolean covered = run.origin() == Origin.CONTEXT && run.state() == Run.State.QUEUED
                    && newestContext.filter(newest -> newest.contextRevision() > run.contextRevision()).isPresent();
            if (covered) {
                runs.replace(run.ended(Run.State.SUPERSEDED, now()));
            } else {
                ended += work(run) ? 1 : 0;
            }
        }
        return ended;
    }

    private boolean work(Run found) {
        Snapshots.View view = snapshots.atLeast(found.catalogRevision(), found.contextRevision(), PATIENCE);
        Set<String> types = Set.copyOf(found.types());
        long count = found.state() == Run.State.QUEUED ? subjects.count(types, null) : 0;
        Optional<Run> claimed = runs.replace(found.claimed(count, now().plus(Run.LEASE)));
        while (claimed.isPresent()) {
            Run run = claimed.get();
            List<SubjectLine> page = subjects.page(types, null, run.cursor(), PAGE);
            List<SubjectLine> concerned = page.stream().filter(line -> concerns(run, line, view.context())).toList();
            Instant now = now();
            events.publish(concerned.stream().map(line -> ask(run, line, view, now)).toList());
            if (page.size() < PAGE) {
                Run last = page.isEmpty()
                        ? run
                        : run.advanced(page.getLast().ref().id(), page.size(), concerned.size(), now.plus(Run.LEASE));
                return runs.replace(last.ended(Run.State.DONE, now)).isPresent();
            }
            claimed = runs.replace(
                    run.advanced(page.getLast().ref().id(), page.size(), concerned.size(), now.plus(Run.LEASE)));
        }
        return false;
    }

    /** A new model concerns all that it covers; an edited context those who answer to somebody else by it. */
    private static boolean concerns(Run run, SubjectLine line, ContextSnapshot context) {
        if (run.origin() != Origin.CONTEXT) {
            return true;
        }
        Assignment assignment = context.assign(line.ref(), line.tags());
        return !assignment.equals(line.assignment());
    }

    private static PendingEvent ask(Run run, SubjectLine line, Snapshots.View view, Instant now) {
        return new PendingEvent(run.id() + '.' + line.ref().id(), now, new ReassessmentAsked(line.ref().id(),
                run.origin(), null, run.id(), view.context().revision(), view.models().revision(), now));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
