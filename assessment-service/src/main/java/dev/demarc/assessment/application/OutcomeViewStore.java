package dev.demarc.assessment.application;

import dev.demarc.assessment.model.OutcomeRollup;
import dev.demarc.assessment.model.OutcomeView;
import java.util.Collection;
import java.util.List;

/** Where each resource's outcomes are kept for counting, and how many there are; blocking. */
public interface OutcomeViewStore {

    /** Those of the views that are known, by the subject's id. */
    List<OutcomeView> find(Collection<String> subjects);

    /**
     * Writes each view that still has the revision that it was read with, as the next revision; false where somebody else
     * has written one of them in between.
     */
    boolean replace(Collection<OutcomeView> views);

    /** A partition's rollup; {@link OutcomeRollup#empty} before the first. */
    OutcomeRollup rollup(int partition);

    /** Writes a partition's rollup if the stored one still has this offset; false where somebody else was faster. */
    boolean replace(OutcomeRollup rollup, long expectedOffset);

    /** All partitions' rollups. */
    List<OutcomeRollup> rollups();
}
