package dev.demarc.assessment.model;

import dev.demarc.contracts.Copies;
import dev.demarc.contracts.event.GapChanged;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.contracts.event.GapOpened;
import dev.demarc.contracts.event.GapResolved;
import dev.demarc.contracts.gap.Transition;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many gaps the records of one partition leave in each bucket, up to and including {@code offset}; -1 before the
 * first record, and what happened on each of the last days. A count may be negative where a gap has changed its partition: only sums over all partitions mean something.
 */
public record GapRollup(int partition, long offset, Map<GapBucket, Long> counts, Map<LocalDate, OfDay> days) {

    /** How many days are kept, the newest of them included. */
    public static final int MOST_DAYS = 100;

    /** Copies the counts. */
    public GapRollup {
        counts = Copies.map(counts);
        days = Copies.map(days);
    }

    /** How many gaps were opened, for the first time or again, and resolved on a day (UTC). */
    public record OfDay(long opened, long resolved) {

        /** Nothing happened. */
        public static final OfDay NOTHING = new OfDay(0, 0);

        /** Both together. */
        public OfDay plus(OfDay other) {
            return new OfDay(opened + other.opened, resolved + other.resolved);
        }
    }

    /** Before the first record. */
    public static GapRollup empty(int partition) {
        return new GapRollup(partition, -1, Map.of(), Map.of());
    }

    /** The counts with what is still to be added. */
    Adding adding() {
        return new Adding(this);
    }

    /** Collects the deltas of records beyond the offset. */
    static final class Adding {

        private final GapRollup base;
        private final Map<GapBucket, Long> counts;
        private final Map<LocalDate, OfDay> days;
        private long offset;

        private Adding(GapRollup base) {
            this.base = base;
            this.counts = new HashMap<>(base.counts);
            this.days = new HashMap<>(base.days);
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

        /** The same record's event, for its day. */
        void happened(long recordOffset, GapEvent event) {
            OfDay what = switch (event) {
                case GapOpened _ -> new OfDay(1, 0);
                case GapResolved _ -> new OfDay(0, 1);
                case GapChanged changed ->
                    changed.transition() == Transition.RE_OPENED ? new OfDay(1, 0) : OfDay.NOTHING;
            };
            if (recordOffset > base.offset && !what.equals(OfDay.NOTHING)) {
                days.merge(LocalDate.ofInstant(event.at(), ZoneOffset.UTC), what, OfDay::plus);
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
            if (days.size() > MOST_DAYS) {
                LocalDate oldest = Collections.max(days.keySet()).minusDays(MOST_DAYS - 1L);
                days.keySet().removeIf(day -> day.isBefore(oldest));
            }
            return new GapRollup(base.partition, offset, counts, days);
        }
    }
}
