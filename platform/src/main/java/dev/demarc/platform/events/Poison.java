package dev.demarc.platform.events;

import org.jspecify.annotations.Nullable;

/** A record that can't be processed now or later, with the field that is wrong and the reason. */
public final class Poison extends Exception {

    private final String field;

    /** A reason that names value and expectation; {@code field} is a header, a JSON path or {@code value}. */
    public Poison(String field, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.field = field;
    }

    /** A record that is wrong as a whole. */
    public Poison(String reason) {
        this("value", reason, null);
    }

    /** What is wrong: a header, a JSON path or {@code value}. */
    public String field() {
        return field;
    }

    /** Why, for people. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** The same, said of the record at this place of a batch. */
    public PoisonAt at(int index) {
        return new PoisonAt(index, field, reason(), this);
    }
}
