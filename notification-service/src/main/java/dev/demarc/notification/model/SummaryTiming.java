package dev.demarc.notification.model;

import java.time.Duration;
import java.time.Instant;

/** A summary is due after {@code quiet} without news, but {@code longest} after the first news at the latest. */
public record SummaryTiming(Duration quiet, Duration longest) {

    /** When a summary with news since {@code first} is due if no more comes after {@code now}. */
    public Instant due(Instant first, Instant now) {
        Instant afterQuiet = now.plus(quiet);
        Instant atLatest = first.plus(longest);
        return afterQuiet.isBefore(atLatest) ? afterQuiet : atLatest;
    }
}
