package dev.demarc.assessment.application;

import dev.demarc.assessment.model.OutcomeCounts;
import dev.demarc.assessment.model.OutcomeRollup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How much is done, from the rollups. */
public final class QueryPosture {

    private static final int MOST = 10_000;
    private static final Comparator<OfCell> BY_CELL = Comparator.comparing(OfCell::serviceModel)
            .thenComparing(OfCell::control);
    private static final Comparator<OfWorkload> BY_WORKLOAD = Comparator.comparing(OfWorkload::workload,
            Comparator.nullsLast(Comparator.naturalOrder()));

    private final OutcomeViewStore store;

    /** Reads from this store. */
    public QueryPosture(OutcomeViewStore store) {
        this.store = store;
    }

    /** All counts; cells in the order of service model and control, workloads by id with those of none last. */
    public record Posture(OutcomeCounts total, List<OfCell> cells, List<OfWorkload> workloads) {}

    /** A cell of the matrix. */
    public record OfCell(String serviceModel, String control, OutcomeCounts counts) {}

    /** A workload; null: what belongs to none. */
    public record OfWorkload(@Nullable String workload, OutcomeCounts counts) {}

    /** All partitions' counts together. */
    public Posture posture() {
        List<OutcomeRollup> rollups = store.rollups();
        Map<String, OutcomeCounts> workloads = together(rollups, OutcomeRollup::workloads);
        List<OfCell> cells = together(rollups, OutcomeRollup::cells).entrySet().stream().map(
                each -> new OfCell(each.getKey().serviceModel(), each.getKey().control(), each.getValue()))
                .sorted(BY_CELL).limit(MOST).toList();
        return new Posture(OutcomeCounts.sum(workloads.values()), cells,
                workloads.entrySet().stream().map(each -> new OfWorkload(named(each.getKey()), each.getValue()))
                        .sorted(BY_WORKLOAD).limit(MOST).toList());
    }

    private static @Nullable String named(String workload) {
        return workload.equals(OutcomeRollup.NO_WORKLOAD) ? null : workload;
    }

    private static <K> Map<K, OutcomeCounts> together(List<OutcomeRollup> rollups,
            Function<OutcomeRollup, Map<K, OutcomeCounts>> part) {
        Map<K, List<OutcomeCounts>> all = new HashMap<>();
        for (OutcomeRollup rollup : rollups) {
            part.apply(rollup)
                    .forEach((key, counts) -> all.computeIfAbsent(key, first -> new ArrayList<>()).add(counts));
        }
        Map<K, OutcomeCounts> sums = new HashMap<>();
        all.forEach((key, counts) -> {
            OutcomeCounts sum = OutcomeCounts.sum(counts);
            if (!sum.countNothing()) {
                sums.put(key, sum);
            }
        });
        return sums;
    }
}
