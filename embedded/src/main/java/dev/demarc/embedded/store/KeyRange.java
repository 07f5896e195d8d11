package dev.demarc.embedded.store;

import org.jspecify.annotations.Nullable;

/** The index keys that begin with the prefix, or those of them from one value to another (both included). */
record KeyRange(String prefix, String low, @Nullable String end) {

    static KeyRange of(String prefix) {
        return new KeyRange(prefix, prefix, KeyCodec.after(prefix));
    }

    static KeyRange of(String prefix, Interval interval, boolean ascending) {
        String from = KeyCodec.directed(ascending ? interval.from() : interval.to(), ascending);
        String to = KeyCodec.directed(ascending ? interval.to() : interval.from(), ascending);
        return new KeyRange(prefix, prefix + from, KeyCodec.after(prefix + to));
    }
}
