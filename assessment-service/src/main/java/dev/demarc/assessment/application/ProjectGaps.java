package dev.demarc.assessment.application;

import dev.demarc.assessment.model.GapProjection;
import dev.demarc.assessment.model.GapProjection.Folded;
import dev.demarc.assessment.model.GapProjection.Recorded;
import dev.demarc.assessment.model.GapRollup;
import dev.demarc.assessment.model.GapView;
import java.util.List;

/** Keeps the read side of gaps: what is listed, and how many there are. */
public final class ProjectGaps {

    private static final int MOST_ROUNDS = 20;

    private final GapViewStore store;

    /** Writes there. */
    public ProjectGaps(GapViewStore store) {
        this.store = store;
    }

    /**
     * Takes records of one partition over, in their order; safe to repeat with any later cut. The rollup is read from the
     * store each time and written before the views, only if nobody else has written it; who loses starts again.
     */
    public void project(int partition, List<Recorded> records) {
        List<String> ids = records.stream().map(each -> each.event().gap().id()).distinct().toList();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<GapView> stored = store.find(ids);
            GapRollup rollup = store.rollup(partition);
            Folded folded = GapProjection.fold(rollup, stored, records);
            boolean counted = folded.rollup().offset() == rollup.offset()
                    || store.replace(folded.rollup(), rollup.offset());
            if (counted) {
                store.replace(folded.views());
                return;
            }
        }
        throw new AssessSubjects.Contended(ids.size());
    }
}
