package dev.demarc.assessment.model;

import dev.demarc.contracts.Copies;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many outcomes the records of one partition leave in each cell and workload ({@link #NO_WORKLOAD}: none), up to and
 * including {@code offset}; -1 before the first record. Only sums over all partitions mean something.
 */
public record OutcomeRollup(int partition, long offset, Map<Cell, OutcomeCounts> cells,
        Map<String, OutcomeCounts> workloads) {

    /** Stands for those that belong to no workload; no workload has this id. */
    public static final String NO_WORKLOAD = "";

    /** Copies the counts. */
    public OutcomeRollup {
        cells = Copies.map(cells);
        workloads = Copies.map(workloads);
    }

    /** A cell of the matrix. */
    public record Cell(String serviceModel, String control) {}

    /** Before the first record. */
    public static OutcomeRollup empty(int partition) {
        return new OutcomeRollup(partition, -1, Map.of(), Map.of());
    }

    /** The counts with what is still to be added. */
    Adding adding() {
        return new Adding(this);
    }

    /** Collects the deltas of records beyond the offset. */
    static final class Adding {

        private final OutcomeRollup base;
        private final Map<Cell, OutcomeCounts.Adding> cells = new HashMap<>();
        private final Map<String, OutcomeCounts.Adding> workloads = new HashMap<>();
        private long offset;

        private Adding(OutcomeRollup base) {
            this.base = base;
            this.offset = base.offset;
        }

        /** A view was changed by the record at this offset; counted once, whatever comes again. */
        void move(long recordOffset, OutcomeView from, OutcomeView to) {
            if (recordOffset > base.offset) {
                add(from, -1);
                add(to, 1);
            }
        }

        void read(long recordOffset) {
            offset = Math.max(offset, recordOffset);
        }

        private void add(OutcomeView view, long delta) {
            String model = view.serviceModel();
            OutcomeCounts.Adding workload = at(workloads, base.workloads, workload(view.workload()));
            view.outcomes().forEach((control, parts) -> {
                workload.add(parts, delta);
                if (model != null) {
                    at(cells, base.cells, new Cell(model, control)).add(parts, delta);
                }
            });
        }

        private static String workload(@Nullable String id) {
            return id == null ? NO_WORKLOAD : id;
        }

        private static <K> OutcomeCounts.Adding at(Map<K, OutcomeCounts.Adding> changed, Map<K, OutcomeCounts> before,
                K key) {
            return changed.computeIfAbsent(key, first -> {
                OutcomeCounts.Adding adding = new OutcomeCounts.Adding();
                OutcomeCounts known = before.get(first);
                if (known != null) {
                    adding.add(known);
                }
                return adding;
            });
        }

        OutcomeRollup done() {
            return new OutcomeRollup(base.partition, offset, merged(base.cells, cells),
                    merged(base.workloads, workloads));
        }

        private static <K> Map<K, OutcomeCounts> merged(Map<K, OutcomeCounts> before,
                Map<K, OutcomeCounts.Adding> changed) {
            Map<K, OutcomeCounts> all = new HashMap<>(before);
            changed.forEach((key, counts) -> all.put(key, counts.done()));
            return all.entrySet().stream().filter(each -> !each.getValue().countNothing())
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }
}
