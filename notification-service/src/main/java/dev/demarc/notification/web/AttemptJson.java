package dev.demarc.notification.web;

import dev.demarc.notification.model.Attempt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One try as it is shown. */
record AttemptJson(
        Instant at,
        boolean delivered,
        @Nullable Integer status,
        long durationMs,
        @Nullable String error,
        @Nullable String response) {

    static AttemptJson of(Attempt attempt) {
        Integer status = attempt.status();
        return new AttemptJson(attempt.at(), status != null && status / 100 == 2, status, attempt.took().toMillis(),
                attempt.error(),
                attempt.response() == null || attempt.response().isEmpty() ? null : attempt.response());
    }
}
