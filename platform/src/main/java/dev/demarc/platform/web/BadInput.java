package dev.demarc.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** 400: a field holds what it must not; names the field, the value and what was expected. */
public final class BadInput extends ProblemException {

    /** For example {@code new BadInput("limit", "0", "a number from 1 to 500")}. */
    public BadInput(String field, @Nullable Object value, String expected) {
        this(field, value, expected, detail(field, value, expected));
    }

    /** The same with a sentence of its own. */
    public BadInput(@Nullable String field, @Nullable Object value, @Nullable String expected, String detail) {
        super(Problem.of(HttpStatus.BAD_REQUEST, detail).at(field, value, expected));
    }

    private static String detail(String field, @Nullable Object value, String expected) {
        String shown = ShownValue.of(field, value);
        return shown == null
                ? field + " is missing; expected " + expected
                : field + " is '" + shown + "'; expected " + expected;
    }
}
