package dev.demarc.assessment.application;

import dev.demarc.assessment.model.PendingEvent;
import dev.demarc.contracts.context.Account;
import dev.demarc.contracts.context.AccountPhase;
import dev.demarc.contracts.event.ReassessmentAsked;
import dev.demarc.contracts.gap.Origin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Does what time alone asks for, also after a downtime: re-assessments that are due, accounts whose baseline has lasted
 * long enough, tombstones that nothing can be late for any more.
 */
public final class TimeScanner {

    private static final int AT_ONCE = 500;

    private final SubjectStore subjects;
    private final EditContext context;
    private final Events events;
    private final Snapshots snapshots;
    private final Clock clock;
    private final Duration baselineLasts;
    private final Duration tombstonesLast;

    /** Works on these ports, with these durations. */
    public TimeScanner(SubjectStore subjects, EditContext context, Events events, Snapshots snapshots, Clock clock,
            Duration baselineLasts, Duration tombstonesLast) {
        this.subjects = subjects;
        this.context = context;
        this.events = events;
        this.snapshots = snapshots;
        this.clock = clock;
        this.baselineLasts = baselineLasts;
        this.tombstonesLast = tombstonesLast;
    }

    /** Asks for the first of what is due; the rest follows with the next scans. */
    public int askForDue() {
        Models models = snapshots.models();
        if (models == null) {
            return 0;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        long contextRevision = snapshots.context().revision();
        List<String> due = subjects.dueBy(now, AT_ONCE);
        events.publish(due.stream().map(id -> new PendingEvent(id + ".time." + now.toEpochMilli(), now,
                new ReassessmentAsked(id, Origin.TIME, null, null, contextRevision, models.revision(), now))).toList());
        return due.size();
    }

    /** Turns accounts live that were first heard of long enough ago, so that nobody's alerts wait for ever. */
    public void endBaselines() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (Account account : snapshots.context().accounts().values()) {
            if (account.phase() == AccountPhase.BASELINE
                    && !account.firstHeardAt().plus(baselineLasts).isAfter(now)) {
                context.turnLive(account.id(), now);
            }
        }
    }

    /** Forgets subjects that were deleted longer ago than any change can be late. */
    public long forgetDeleted() {
        return subjects.forgetDeleted(clock.instant().minus(tombstonesLast));
    }
}
