package dev.demarc.assessment.application;

import dev.demarc.assessment.model.GapBucket;
import dev.demarc.assessment.model.GapRollup;
import dev.demarc.assessment.model.GapRollup.OfDay;
import java.time.LocalDate;
import dev.demarc.assessment.model.GapView;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.gap.GapState;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Lists and counts gaps from the read side. */
public final class QueryGaps {

    /** Up to how many matches are counted where the rollups do not know the number. */
    public static final int MOST_COUNTED = 10_000;

    private static final int MOST_TEAMS = 1_000;
    private static final int AT_ONCE = 500;

    private final GapViewStore store;

    /** Reads from this store. */
    public QueryGaps(GapViewStore store) {
        this.store = store;
    }

    /** The counts; severities, reasons and teams are those of gaps that are not resolved. */
    public record Summary(Map<GapState, Long> states, Map<Severity, Long> severities, Map<GapReason, Long> reasons,
            List<OfTeam> teams) {}

    /** How many gaps a team has that are not resolved; null: those without an owner. */
    public record OfTeam(@Nullable String team, long count) {}

    /** A page in this order after this place. */
    public List<GapView> page(GapFilter filter, GapOrder order, GapViewStore.@Nullable Place after, int limit) {
        return store.page(filter, order, after, limit);
    }

    /** All gaps in this order, read page by page as they are taken; one that moves meanwhile may be missed or come twice. */
    public Iterator<GapView> all(GapFilter filter, GapOrder order) {
        return new Iterator<>() {
            private Iterator<GapView> page = List.<GapView>of().iterator();
            private GapViewStore.@Nullable Place after;
            private boolean last;

            @Override
            public boolean hasNext() {
                if (!page.hasNext() && !last) {
                    List<GapView> read = store.page(filter, order, after, AT_ONCE);
                    last = read.size() < AT_ONCE;
                    after = read.isEmpty() ? null : store.place(order, read.getLast());
                    page = read.iterator();
                }
                return page.hasNext();
            }

            @Override
            public GapView next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return page.next();
            }
        };
    }

    /** Whether more match than so many. */
    public boolean areMoreThan(GapFilter filter, int most) {
        return (filter.isCounted() ? counted(filter) : store.count(filter, most + 1)) > most;
    }

    private long counted(GapFilter filter) {
        long[] sum = {0};
        forEachBucket((bucket, count) -> sum[0] += filter.includes(bucket) ? count : 0);
        return Math.max(0, sum[0]);
    }

    /** Where a gap stands in an order. */
    public GapViewStore.Place place(GapOrder order, GapView gap) {
        return store.place(order, gap);
    }

    /** How many match; empty where there are too many to count them. */
    public OptionalLong total(GapFilter filter) {
        if (filter.isCounted()) {
            return OptionalLong.of(counted(filter));
        }
        long counted = store.count(filter, MOST_COUNTED + 1);
        return counted > MOST_COUNTED ? OptionalLong.empty() : OptionalLong.of(counted);
    }

    /** All partitions' counts together. */
    public Summary summary() {
        Map<GapState, Long> states = zeros(GapState.class);
        Map<Severity, Long> severities = zeros(Severity.class);
        Map<GapReason, Long> reasons = new EnumMap<>(GapReason.class);
        Map<@Nullable String, Long> teams = new HashMap<>();
        forEachBucket((bucket, count) -> {
            states.merge(bucket.state(), count, Long::sum);
            if (bucket.state() != GapState.RESOLVED) {
                severities.merge(bucket.severity(), count, Long::sum);
                reasons.merge(bucket.reason(), count, Long::sum);
                teams.merge(bucket.ownerTeam(), count, Long::sum);
            }
        });
        reasons.values().removeIf(count -> count <= 0);
        List<OfTeam> byCount = teams.entrySet().stream().filter(each -> each.getValue() > 0)
                .map(each -> new OfTeam(each.getKey(), each.getValue()))
                .sorted(Comparator.comparingLong(OfTeam::count).reversed().thenComparing(OfTeam::team,
                        Comparator.nullsLast(Comparator.naturalOrder())))
                .limit(MOST_TEAMS).toList();
        return new Summary(states, severities, reasons, byCount);
    }

    /** What happened on a day (UTC). */
    public record OnDay(LocalDate day, long opened, long resolved) {}

    /** The last so many days up to this one, the oldest first. */
    public List<OnDay> trend(LocalDate today, int days) {
        Map<LocalDate, OfDay> sums = new HashMap<>();
        store.rollups().forEach(rollup -> rollup.days().forEach((day, what) -> sums.merge(day, what, OfDay::plus)));
        LocalDate first = today.minusDays(days - 1L);
        return first.datesUntil(today.plusDays(1)).map(day -> {
            OfDay what = sums.getOrDefault(day, OfDay.NOTHING);
            return new OnDay(day, what.opened(), what.resolved());
        }).toList();
    }

    private void forEachBucket(BiConsumer<GapBucket, Long> action) {
        for (GapRollup rollup : store.rollups()) {
            rollup.counts().forEach(action);
        }
    }

    private static <E extends Enum<E>> Map<E, Long> zeros(Class<E> type) {
        Map<E, Long> counts = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            counts.put(constant, 0L);
        }
        return counts;
    }
}
