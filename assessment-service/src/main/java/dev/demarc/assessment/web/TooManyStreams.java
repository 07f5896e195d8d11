package dev.demarc.assessment.web;

import dev.demarc.platform.web.Problem;
import dev.demarc.platform.web.ProblemException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** 503: no more streams can be opened at this instance now. */
final class TooManyStreams extends ProblemException {

    private static final long serialVersionUID = 1;
    private static final Duration AGAIN = Duration.ofSeconds(10);

    TooManyStreams(int most) {
        super(Problem.of(HttpStatus.SERVICE_UNAVAILABLE,
                "no more than %d streams can be open here at the same time; try again later".formatted(most))
                .retryAfter(AGAIN));
    }
}
