package dev.demarc.assessment.model;

import dev.demarc.contracts.event.GapEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Folds gap events of one partition into views and counts. The counts are to be written before the views: a record at or
 * below the rollup's offset is counted already and only brings its view up to date; one beyond it moves its gap from the
 * bucket in which the records before it left it, whether or not that view was written. So whatever was lost between the
 * two writes, and however the records are cut into batches when they come again, each transition counts once.
 */
public final class GapProjection {

    private GapProjection() {}

    /** An event and where its record stands in the partition. */
    public record Recorded(long offset, GapEvent event) {}

    /** What a batch gives: the rollup to write first, then the views that changed. */
    public record Folded(GapRollup rollup, List<GapView> views) {}

    /** Folds records, in the order of the partition, into what the store holds; what is no news does nothing. */
    public static Folded fold(GapRollup rollup, Collection<GapView> stored, List<Recorded> records) {
        Map<String, GapView> views = new HashMap<>();
        stored.forEach(view -> views.put(view.id(), view));
        Map<String, GapView> changed = new LinkedHashMap<>();
        GapRollup.Adding adding = rollup.adding();
        for (Recorded recorded : records) {
            String id = recorded.event().gap().id();
            GapView before = views.get(id);
            if (before == null || before.learnsFrom(recorded.event())) {
                GapView after = GapView.after(before, recorded.event());
                adding.move(recorded.offset(), before == null ? null : before.bucket(), after.bucket());
                adding.happened(recorded.offset(), recorded.event());
                views.put(id, after);
                changed.put(id, after);
            }
            adding.read(recorded.offset());
        }
        return new Folded(adding.done(), List.copyOf(changed.values()));
    }
}
