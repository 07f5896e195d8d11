package dev.demarc.notification.model;

import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.event.GapEvent;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What a summary tells of one gap. */
public record WorstGap(
        String id,
        Severity severity,
        String title,
        String control,
        @Nullable String check,
        String subjectType,
        String subjectNativeId,
        @Nullable String workload,
        Instant dueAt) {

    /** The most severe first, then what is due first; ids make it total. */
    public static final Comparator<WorstGap> WORST_FIRST = Comparator.comparing(WorstGap::severity).reversed()
            .thenComparing(WorstGap::dueAt).thenComparing(WorstGap::id);

    /** The gap as it stands after the event. */
    public static WorstGap of(GapEvent event) {
        var gap = event.gap();
        return new WorstGap(gap.id(), event.after().severity(), gap.title(), gap.control(), gap.check(),
                gap.subject().type(), gap.subject().nativeId(), event.after().workload(), event.after().dueAt());
    }
}
