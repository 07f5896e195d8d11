package dev.demarc.assessment.application;

import dev.demarc.assessment.model.Assignment;
import dev.demarc.assessment.model.ContextSnapshot;
import dev.demarc.contracts.context.Selector;
import dev.demarc.contracts.context.Workload;
import dev.demarc.contracts.event.ContextChanged;
import dev.demarc.contracts.subject.SubjectKind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows which resources a selector would choose, by the very rules that assign them, without writing anything. */
public final class PreviewWorkload {

    /** How many resources are looked at. */
    public static final int MOST_EXAMINED = 20_000;

    private static final int MOST_SHOWN = 50;
    private static final int MOST_WORKLOADS = 100;
    private static final int AT_ONCE = 1_000;
    /** Comes after every id that a workload can have. */
    private static final String NEW = "~";

    private final SubjectStore subjects;
    private final Snapshots snapshots;
    private final Clock clock;

    /** Reads from these. */
    public PreviewWorkload(SubjectStore subjects, Snapshots snapshots, Clock clock) {
        this.subjects = subjects;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /**
     * What the selector would do.
     *
     * @param total how many of the examined resources it matches
     * @param complete whether all resources that it can match were examined
     * @param items the first matches, ordered by id
     * @param workloads to which workloads the matches belong now, most first
     */
    public record Preview(int total, int examined, boolean complete, List<Match> items, List<OfWorkload> workloads) {
        /** Copies the lists. */
        public Preview {
            items = List.copyOf(items);
            workloads = List.copyOf(workloads);
        }
    }

    /** A resource that the selector matches; it belongs to the workload unless another one that matches goes first. */
    public record Match(SubjectLine line, boolean belongs) {}

    /** How many matches a workload has now; null: those that belong to none. */
    public record OfWorkload(@Nullable String workload, long count) {}

    /** What it would be if this workload (null: a new one, after all others) had this selector. */
    public Preview preview(@Nullable String workload, Selector selector) {
        String id = workload == null ? NEW : workload;
        ContextSnapshot wouldBe = with(id, selector);
        String account = selector.resources().isEmpty() && selector.accounts().size() == 1
                ? selector.accounts().getFirst()
                : null;
        List<Match> shown = new ArrayList<>();
        Map<@Nullable String, Long> now = new HashMap<>();
        int total = 0;
        int examined = 0;
        @Nullable
        String after = null;
        while (true) {
            List<SubjectLine> page = subjects.page(Set.of(), account, after, AT_ONCE);
            for (SubjectLine line : page) {
                if (line.ref().kind() != SubjectKind.RESOURCE) {
                    continue;
                }
                if (examined == MOST_EXAMINED) {
                    return new Preview(total, examined, false, shown, mostFirst(now));
                }
                examined++;
                Assignment assignment = wouldBe.assign(line.ref(), line.tags());
                if (assignment.claims().contains(id)) {
                    total++;
                    now.merge(line.assignment().workload(), 1L, Long::sum);
                    if (shown.size() < MOST_SHOWN) {
                        shown.add(new Match(line, id.equals(assignment.workload())));
                    }
                }
            }
            if (page.size() < AT_ONCE) {
                return new Preview(total, examined, true, shown, mostFirst(now));
            }
            after = page.getLast().ref().id();
        }
    }

    private ContextSnapshot with(String id, Selector selector) {
        ContextSnapshot context = snapshots.context();
        Workload workload = new Workload(id, id, id, null, null, null, List.of(), selector);
        return context.with(
                new ContextChanged(context.revision(), "workload", id, null, workload, null, clock.instant()));
    }

    private static List<OfWorkload> mostFirst(Map<@Nullable String, Long> counts) {
        return counts.entrySet().stream().map(each -> new OfWorkload(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong(OfWorkload::count).reversed().thenComparing(OfWorkload::workload,
                        Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(MOST_WORKLOADS).toList();
    }
}
