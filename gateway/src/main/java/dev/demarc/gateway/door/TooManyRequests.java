package dev.demarc.gateway.door;

import dev.demarc.platform.web.Problem;
import dev.demarc.platform.web.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** 429, with the time after which the next one is let through. */
public final class TooManyRequests extends ProblemException {

    /** What there were too many of, and how long to wait. */
    public TooManyRequests(String what, Duration wait) {
        super(Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too many " + what + "; try again later")
                .retryAfter(Duration.ofSeconds(wait.plusMillis(999).toSeconds())));
    }
}
