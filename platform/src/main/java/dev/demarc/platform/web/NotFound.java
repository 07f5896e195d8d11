package dev.demarc.platform.web;

import org.springframework.http.HttpStatus;

/** 404: there is no such thing. */
public final class NotFound extends ProblemException {

    /** For example {@code new NotFound("workload", "shop")}. */
    public NotFound(String kind, String id) {
        super(Problem.of(HttpStatus.NOT_FOUND, "there is no " + kind + " '" + ShownValue.of(null, id) + "'")
                .at("id", id, null));
    }
}
