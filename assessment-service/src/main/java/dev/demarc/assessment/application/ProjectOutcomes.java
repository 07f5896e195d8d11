package dev.demarc.assessment.application;

import dev.demarc.assessment.model.OutcomeProjection;
import dev.demarc.assessment.model.OutcomeProjection.Folded;
import dev.demarc.assessment.model.OutcomeProjection.Recorded;
import dev.demarc.assessment.model.OutcomeRollup;
import dev.demarc.assessment.model.OutcomeView;
import java.util.List;

/** Keeps the counts of outcomes. */
public final class ProjectOutcomes {

    private static final int MOST_ROUNDS = 20;

    private final OutcomeViewStore store;

    /** Writes there. */
    public ProjectOutcomes(OutcomeViewStore store) {
        this.store = store;
    }

    /**
     * Takes records of one partition over, in their order; safe to repeat with any later cut. The rollup is written
     * before the views, only if nobody else has written it; who loses it, or a view, starts again from the read, and
     * ends when its records are in both.
     */
    public void project(int partition, List<Recorded> records) {
        List<String> subjects = records.stream().map(each -> each.event().subject().id()).distinct().toList();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<OutcomeView> stored = store.find(subjects);
            OutcomeRollup rollup = store.rollup(partition);
            Folded folded = OutcomeProjection.fold(rollup, stored, records);
            boolean counted = folded.rollup().offset() == rollup.offset()
                    || store.replace(folded.rollup(), rollup.offset());
            if (counted && store.replace(folded.views())) {
                return;
            }
        }
        throw new AssessSubjects.Contended(subjects.size());
    }
}
