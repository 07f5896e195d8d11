package dev.demarc.assessment.model;

import dev.demarc.contracts.event.OutcomeChanged;
import dev.demarc.contracts.subject.SubjectKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Folds outcome events of one partition into views and counts, as {@link GapProjection} does with gaps: the counts are
 * to be written before the views, and each record beyond the rollup's offset counts by what the records before it left.
 */
public final class OutcomeProjection {

    private OutcomeProjection() {}

    /** An event and where its record stands in the partition. */
    public record Recorded(long offset, OutcomeChanged event) {}

    /** What a batch gives: the rollup to write first, then the views that changed, with the revisions they were read with. */
    public record Folded(OutcomeRollup rollup, List<OutcomeView> views) {}

    /** Folds records, in the order of the partition, into what the store holds; only resources count. */
    public static Folded fold(OutcomeRollup rollup, Collection<OutcomeView> stored, List<Recorded> records) {
        Map<String, OutcomeView> views = new HashMap<>();
        stored.forEach(view -> views.put(view.subject(), view));
        Map<String, OutcomeView> changed = new LinkedHashMap<>();
        OutcomeRollup.Adding adding = rollup.adding();
        for (Recorded recorded : records) {
            OutcomeChanged event = recorded.event();
            String subject = event.subject().id();
            OutcomeView before = views.getOrDefault(subject, OutcomeView.none(subject));
            if (event.subject().kind() == SubjectKind.RESOURCE && before.learnsFrom(event)) {
                OutcomeView after = before.after(event);
                adding.move(recorded.offset(), before, after);
                views.put(subject, after);
                changed.put(subject, after);
            }
            adding.read(recorded.offset());
        }
        return new Folded(adding.done(), List.copyOf(changed.values()));
    }
}
