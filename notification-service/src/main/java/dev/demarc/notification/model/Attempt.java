package dev.demarc.notification.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One try: when it began, how long it took, and the answer's status with the beginning of its body, or why there was none. */
public record Attempt(
        int number,
        Instant at,
        Duration took,
        @Nullable Integer status,
        @Nullable String error,
        @Nullable String response) {}
