package dev.demarc.assessment.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where runs are kept; blocking. */
public interface RunStore {

    /** Keeps a run unless one of its id is there. */
    void insertIfAbsent(Run run);

    /** Writes a run if nobody has since it was read; the stored one, with its next revision, or empty. */
    Optional<Run> replace(Run run);

    /** Runs that are queued, or running under a lease that ran out before now; the oldest first. */
    List<Run> claimable(Instant now, int limit);

    /** A page of runs in these states (all, where none is named), the newest first, after the one of this id. */
    List<Run> page(Set<Run.State> states, @Nullable String after, int limit);

    /** How many {@link #page} would go through, counted up to this many. */
    long count(Set<Run.State> states, int most);

    /** A run by its id. */
    Optional<Run> find(String id);

    /** Counts what was asked for a run by records of a partition, rising in their offsets; each once, however often it comes. */
    void addJudged(String run, int partition, List<Long> offsets);

    /** How many subjects were judged for a run, those included that could not be. */
    long judged(String run);
}
