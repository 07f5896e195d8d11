package dev.demarc.platform.web;

import org.springframework.http.HttpStatus;

/** 403: known, but not allowed to do this. */
public final class Forbidden extends ProblemException {

    /** With a sentence that says what is missing. */
    public Forbidden(String detail) {
        super(Problem.of(HttpStatus.FORBIDDEN, detail));
    }
}
