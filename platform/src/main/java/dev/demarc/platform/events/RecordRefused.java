package dev.demarc.platform.events;

import org.jspecify.annotations.Nullable;

/** A record that the broker or its client refuses for good. */
public final class RecordRefused extends RuntimeException {

    private final int index;

    /** The record's place in the list that was sent, and why. */
    public RecordRefused(int index, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.index = index;
    }

    /** The record's place in the list that was sent. */
    public int index() {
        return index;
    }

    /** Why, for people. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
