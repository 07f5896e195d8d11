package dev.demarc.embedded.store;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Set;

import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The places of the documents along a plan, each once; several ranges in one order are merged. */
final class Candidates implements Iterator<String> {

    private final MVMap<String, ?> map;
    private final @Nullable KeyIndex index;
    private final @Nullable Set<String> given;
    private final boolean reverse;
    private final PriorityQueue<Range> merged;
    private final Iterator<KeyRange> ranges;
    private @Nullable Range current;
    private @Nullable String next;

    Candidates(MVMap<String, byte[]> documents, Plan plan, boolean reverseScan) {
        index = plan.index();
        map = index == null ? documents : index.map();
        given = index != null && index.multikey() ? new HashSet<>() : null;
        reverse = index == null ? reverseScan : plan.reverse();
        Comparator<Range> order = Comparator.comparing(Range::suffix);
        merged = new PriorityQueue<>(reverse ? order.reversed() : order);
        List<KeyRange> all = index == null ? List.of(KeyRange.of("")) : plan.ranges();
        if (plan.inOrder() && all.size() > 1 && all.size() <= Plan.MOST_MERGED) {
            all.forEach(range -> offer(new Range(range)));
            ranges = List.<KeyRange>of().iterator();
        } else {
            ranges = all.iterator();
        }
        next = advance();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public String next() {
        String position = next;
        if (position == null) {
            throw new NoSuchElementException();
        }
        next = advance();
        return position;
    }

    private @Nullable String advance() {
        String position = step();
        while (position != null && given != null && !given.add(position)) {
            position = step();
        }
        return position;
    }

    private @Nullable String step() {
        Range range = merged.poll();
        if (range != null) {
            String position = range.position();
            offer(range);
            return position;
        }
        while (current == null || !current.read()) {
            if (!ranges.hasNext()) {
                return null;
            }
            current = new Range(ranges.next());
        }
        return current.position();
    }

    private void offer(Range range) {
        if (range.read()) {
            merged.add(range);
        }
    }

    private final class Range {

        private final KeyRange keys;
        private final Cursor<String, ?> cursor;
        private String key = "";

        Range(KeyRange keys) {
            this.keys = keys;
            cursor = open(map, keys);
        }

        private <V> Cursor<String, V> open(MVMap<String, V> from, KeyRange range) {
            return reverse ? from.cursor(range.end(), range.low(), true) : from.cursor(range.low(), range.end(), false);
        }

        boolean read() {
            if (!cursor.hasNext()) {
                return false;
            }
            key = cursor.next();
            return true;
        }

        String suffix() {
            return key.substring(keys.prefix().length());
        }

        String position() {
            return index == null ? key : index.position(key, cursor.getValue());
        }
    }
}
