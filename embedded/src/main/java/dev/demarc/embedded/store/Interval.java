package dev.demarc.embedded.store;

import java.util.Comparator;
import java.util.Objects;

/**
 * Values of one field, as encoded beginnings: from the first to the last, both with all that begins with them. It may
 * hold more than the filter asks for (the filter is checked again), never less.
 */
record Interval(String from, String to) implements Comparable<Interval> {

    private static final Comparator<String> BY_END = Comparator
            .comparing(to -> Objects.requireNonNull(KeyCodec.after(to)));

    static Interval point(Object value) {
        String encoded = KeyCodec.encode(value);
        return new Interval(encoded, encoded);
    }

    static Interval atLeast(Object value) {
        String encoded = KeyCodec.encode(value);
        return new Interval(encoded, KeyCodec.typeOf(encoded));
    }

    static Interval atMost(Object value) {
        String encoded = KeyCodec.encode(value);
        return new Interval(KeyCodec.typeOf(encoded), encoded);
    }

    static Interval everything() {
        return new Interval(KeyCodec.LOWEST, KeyCodec.HIGHEST);
    }

    boolean isPoint() {
        return from.equals(to) && from.length() > 1;
    }

    @Override
    public int compareTo(Interval other) {
        return Comparator.comparing(Interval::from).thenComparing(Interval::to).compare(this, other);
    }

    /** The least interval around both. */
    Interval hull(Interval other) {
        return new Interval(from.compareTo(other.from) <= 0 ? from : other.from,
                BY_END.compare(to, other.to) >= 0 ? to : other.to);
    }

    /** What both hold; may be empty, then its end comes before its beginning. */
    Interval both(Interval other) {
        return new Interval(from.compareTo(other.from) >= 0 ? from : other.from,
                BY_END.compare(to, other.to) <= 0 ? to : other.to);
    }
}
