package dev.demarc.platform.web;

import org.springframework.http.HttpStatus;

/** 413: the body is larger than what is taken here. */
public final class BodyTooLarge extends ProblemException {

    /** The largest body in bytes. */
    public BodyTooLarge(long limit) {
        super(Problem.of(HttpStatus.CONTENT_TOO_LARGE, "send it in parts")
                .at("body", null, "at most " + limit + " bytes"));
    }
}
