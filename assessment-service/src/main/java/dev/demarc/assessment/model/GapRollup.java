package dev.demarc.assessment.model;

import dev.demarc.contracts.Copies;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many gaps the records of one partition leave in each bucket, up to and including {@code offset}; -1 before the
 * first record. A count may be negative where a gap has changed its partition: only sums over all partitions mean something.
 */
public record GapRollup(int partition, long offset, Map<GapBucket, Long> counts) {

    /** Copies the counts. */
    public GapRollup {
        counts = Copies.map(counts);
    }

    /** Before the first record. */
    public static GapRollup empty(int partition) {
        return new GapRollup(partition, -1, Map.of());
    }

    /** The counts with what is still to be added. */
    Adding adding() {
        return new Adding(this);
    }

    /** Collects the deltas of records beyond the offset. */
    static final class Adding {

        private final GapRollup base;
        private final Map<GapBucket, Long> counts;
        private long offset;

        private Adding(GapRollup base) {
            this.base = base;
            this.counts = new HashMap<>(base.counts);
            this.offset = base.offset;
        }

        /** A gap moved from one bucket to another by the record at this offset; counted once, whatever comes again. */
        void move(long recordOffset, @Nullable GapBucket from, GapBucket to) {
            if (recordOffset > base.offset && !to.equals(from)) {
                if (from != null) {
                    add(from, -1);
                }
                add(to, 1);
            }
        }

        void read(long recordOffset) {
            offset = Math.max(offset, recordOffset);
        }

        private void add(GapBucket bucket, long delta) {
            long count = counts.getOrDefault(bucket, 0L) + delta;
            if (count == 0) {
                counts.remove(bucket);
            } else {
                counts.put(bucket, count);
            }
        }

        GapRollup done() {
            return new GapRollup(base.partition, offset, counts);
        }
    }
}
