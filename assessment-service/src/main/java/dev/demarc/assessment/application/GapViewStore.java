package dev.demarc.assessment.application;

import dev.demarc.assessment.model.GapRollup;
import dev.demarc.assessment.model.GapView;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where gaps are kept for reading, and how many there are; blocking. */
public interface GapViewStore {

    /** Those of the gaps that are known. */
    List<GapView> find(Collection<String> ids);

    /**
     * Writes each gap unless a view of a later life is there, or of the same life with the same or a higher sequence; lives
     * are told by their openings, which lie more than {@link dev.demarc.assessment.model.Subject#FORGOTTEN_AFTER} apart.
     */
    void replace(Collection<GapView> views);

    /** A partition's rollup; {@link GapRollup#empty} before the first. */
    GapRollup rollup(int partition);

    /** Writes a partition's rollup if the stored one still has this offset; false where somebody else was faster. */
    boolean replace(GapRollup rollup, long expectedOffset);

    /** All partitions' rollups. */
    List<GapRollup> rollups();

    /** One gap. */
    default Optional<GapView> find(String id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** The sequences of those of the gaps that are known, by id. */
    default Map<String, Long> sequences(Collection<String> ids) {
        return find(ids).stream().collect(Collectors.toMap(GapView::id, GapView::sequence));
    }

    /** A page of gaps in this order, after the place and id of the last one shown. */
    List<GapView> page(GapFilter filter, GapOrder order, @Nullable Place after, int limit);

    /** Where a gap stands in an order. */
    record Place(long value, String id) {}

    /** Where a gap stands in this order. */
    Place place(GapOrder order, GapView view);

    /** How many gaps match, counted up to this many. */
    long count(GapFilter filter, int most);
}
