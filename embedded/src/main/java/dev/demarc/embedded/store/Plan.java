package dev.demarc.embedded.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One way to the documents: some ranges of one index (null: all documents), perhaps already in the order asked for.
 *
 * @param keys
 *            how many index keys (documents, without an index) it would look at
 */
record Plan(@Nullable KeyIndex index, List<KeyRange> ranges, boolean inOrder, boolean reverse, long keys) {

    private static final int MOST_RANGES = 10_000;
    static final int MOST_MERGED = 100;
    private static final double SORT_COST = 1.5;
    private static final String ID = "_id";

    /** The cheapest way for this filter, order and number of documents (0: all). */
    static Plan choose(List<KeyIndex> indexes, Document filter, @Nullable Document orderBy, long wanted,
            long documents) {
        Document order = orderBy == null ? new Document() : orderBy;
        boolean anyOrder = order.isEmpty();
        Conditions conditions = Conditions.of(filter);
        List<Plan> plans = new ArrayList<>();
        plans.add(new Plan(null, List.of(), anyOrder, false, documents));
        for (KeyIndex index : indexes) {
            plans.add(of(index, conditions, order, anyOrder));
        }
        plans.removeIf(plan -> plan.index != null && plan.ranges.contains(KeyRange.of(""))
                && !(plan.inOrder && !anyOrder && plan.index.complete()));
        long matches = Math.max(1, plans.stream().mapToLong(Plan::keys).min().orElse(documents));
        return plans.stream().min((a, b) -> Double.compare(a.cost(wanted, matches), b.cost(wanted, matches)))
                .orElseThrow();
    }

    private double cost(long wanted, long matches) {
        if (!inOrder) {
            return keys * SORT_COST;
        }
        double looksLike = wanted == 0 ? keys : Math.min((double) keys, (double) wanted * keys / matches);
        return index == null ? looksLike * SORT_COST : looksLike;
    }

    private static Plan of(KeyIndex index, Conditions conditions, Document orderBy, boolean anyOrder) {
        List<KeyRange> ranges = List.of(KeyRange.of(""));
        int fixed = 0;
        for (; fixed < index.paths().size(); fixed++) {
            List<Interval> anyOf = merged(index, conditions.on(index.paths().get(fixed)));
            if (anyOf == null || (long) ranges.size() * anyOf.size() > MOST_RANGES) {
                break;
            }
            boolean points = anyOf.stream().allMatch(Interval::isPoint);
            ranges = longer(ranges, anyOf, index.ascending(fixed));
            if (!points) {
                break;
            }
        }
        ranges = withIds(index, conditions, ranges, fixed);
        Direction direction = anyOrder ? Direction.EITHER : direction(index, fixed, ranges.size() == 1, orderBy);
        boolean inOrder = anyOrder
                || (direction != Direction.NONE && !index.multikey() && ranges.size() <= MOST_MERGED);
        return new Plan(index, ranges, inOrder, direction == Direction.BACKWARD, index.count(ranges));
    }

    /** The id ends each key: where all fields of the index are given, a condition on it narrows further. */
    private static List<KeyRange> withIds(KeyIndex index, Conditions conditions, List<KeyRange> ranges, int fixed) {
        if (fixed < index.paths().size() || index.paths().contains(ID)) {
            return ranges;
        }
        List<Interval> anyOf = merged(index, conditions.on(ID));
        return anyOf == null || (long) ranges.size() * anyOf.size() > MOST_RANGES
                ? ranges
                : longer(ranges, anyOf, true);
    }

    private static List<KeyRange> longer(List<KeyRange> ranges, List<Interval> anyOf, boolean ascending) {
        List<KeyRange> longer = new ArrayList<>(ranges.size() * anyOf.size());
        for (KeyRange range : ranges) {
            for (Interval interval : anyOf) {
                longer.add(interval.isPoint()
                        ? KeyRange.of(range.prefix() + KeyCodec.directed(interval.from(), ascending))
                        : KeyRange.of(range.prefix(), interval, ascending));
            }
        }
        return longer;
    }

    /** A document with several values may meet each condition with another one: then only one condition can be used. */
    private static @Nullable List<Interval> merged(KeyIndex index, List<List<Interval>> conditions) {
        if (conditions.isEmpty()) {
            return null;
        }
        List<Interval> points = conditions.stream().filter(c -> c.stream().allMatch(Interval::isPoint)).findFirst()
                .orElse(null);
        if (points != null) {
            return points;
        }
        if (index.multikey()) {
            return conditions.getFirst();
        }
        return conditions.stream().map(List::getFirst).reduce(Interval::both).map(List::of).orElse(null);
    }

    private enum Direction {
        EITHER,
        FORWARD,
        BACKWARD,
        NONE
    }

    /** How to read the index, whose first fields are fixed, to have the order asked for. */
    private static Direction direction(KeyIndex index, int fixed, boolean toOneValue, Document orderBy) {
        int field = fixed;
        Direction direction = Direction.EITHER;
        for (Entry<String, Object> by : orderBy.entrySet()) {
            int place = index.paths().indexOf(by.getKey());
            if (place >= 0 && place < fixed) {
                if (toOneValue) {
                    continue;
                }
                return Direction.NONE;
            }
            boolean last = field == index.paths().size();
            if (!(by.getValue() instanceof Number number)
                    || !by.getKey().equals(last ? "_id" : index.paths().get(field))) {
                return Direction.NONE;
            }
            boolean ascending = last || index.ascending(field);
            Direction next = number.intValue() > 0 == ascending ? Direction.FORWARD : Direction.BACKWARD;
            if (direction != Direction.EITHER && direction != next) {
                return Direction.NONE;
            }
            direction = next;
            field++;
            if (last) {
                break;
            }
        }
        return direction;
    }
}
