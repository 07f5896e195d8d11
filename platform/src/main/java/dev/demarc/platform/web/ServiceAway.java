package dev.demarc.platform.web;

import java.time.Duration;
import org.springframework.http.HttpStatus;

/** 503: something that is needed does not answer now; the same request can succeed later. */
public final class ServiceAway extends ProblemException {

    /** What is away ("the store") and when to try again. */
    public ServiceAway(String what, Duration retryAfter) {
        super(problem(what, retryAfter));
    }

    static Problem problem(String what, Duration retryAfter) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, what + " does not answer now; try again later")
                .retryAfter(retryAfter);
    }
}
