package dev.demarc.platform.web;

import org.springframework.http.HttpStatus;

/** 409: what is asked does not fit the state in which it is. */
public final class Conflict extends ProblemException {

    /** With a sentence that says what is in the way. */
    public Conflict(String detail) {
        super(Problem.of(HttpStatus.CONFLICT, detail));
    }

    /** For example {@code new Conflict("the gap is resolved", "state", "resolved", "open")}. */
    public Conflict(String detail, String field, String value, String expected) {
        super(Problem.of(HttpStatus.CONFLICT, detail).at(field, value, expected));
    }
}
