package dev.demarc.platform.events;

import org.jspecify.annotations.Nullable;

/** The record at one place of a batch is poison: it goes to the dead letters at once and the rest of the batch goes on. */
public final class PoisonAt extends Exception {

    private final int index;
    private final String field;

    /** The place in the batch ({@link Received#index()}), what is wrong and why. */
    public PoisonAt(int index, String field, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.index = index;
        this.field = field;
    }

    /** The record's place in the batch that the handler was given. */
    public int index() {
        return index;
    }

    /** What is wrong: a header, a JSON path or {@code value}. */
    public String field() {
        return field;
    }

    /** Why, for people. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
