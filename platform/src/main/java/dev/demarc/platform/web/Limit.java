package dev.demarc.platform.web;

import org.jspecify.annotations.Nullable;

/** How many items a list may give at once: 1 to 500, 50 unless asked. */
public final class Limit {

    /** Without a {@code limit}. */
    public static final int DEFAULT = 50;
    /** The most. */
    public static final int MAX = 500;

    private Limit() {}

    /** Reads the query parameter {@code limit}; {@link BadInput} outside 1 to 500. */
    public static int parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return DEFAULT;
        }
        String digits = text.strip();
        int limit = digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
        if (limit < 1 || limit > MAX) {
            throw new BadInput("limit", text, "a whole number from 1 to " + MAX);
        }
        return limit;
    }
}
