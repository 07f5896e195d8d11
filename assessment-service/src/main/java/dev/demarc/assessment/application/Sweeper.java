package dev.demarc.assessment.application;

import dev.demarc.assessment.model.Subject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Publishes what writers left behind that died between their write and their publishing. */
public final class Sweeper {

    private static final int AT_ONCE = 500;

    private final SubjectStore subjects;
    private final AssessSubjects assess;
    private final EditContext context;
    private final Clock clock;
    private final Duration grace;

    /** Takes a writer for dead when its events are older than the grace. */
    public Sweeper(SubjectStore subjects, AssessSubjects assess, EditContext context, Clock clock, Duration grace) {
        this.subjects = subjects;
        this.assess = assess;
        this.context = context;
        this.clock = clock;
        this.grace = grace;
    }

    /** Publishes what is there, and returns of how many subjects and edits. */
    public int sweep() {
        int swept = context.sweep();
        List<Subject> left;
        do {
            left = subjects.pendingSince(clock.instant().minus(grace), AT_ONCE);
            assess.publish(left);
            swept += left.size();
        } while (left.size() == AT_ONCE);
        return swept;
    }
}
