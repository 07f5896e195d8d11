package dev.demarc.assessment.model;

import dev.demarc.contracts.catalog.Severity;
import java.time.Duration;
import java.time.Instant;

/** How long a team has for a gap, by its severity. */
public record DueDates(Duration critical, Duration high, Duration medium, Duration low) {

    /** A day, a week, a month, a quarter. */
    public static final DueDates STANDARD = new DueDates(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30),
            Duration.ofDays(90));

    /** When a gap that is found now is due. */
    public Instant of(Severity severity, Instant found) {
        return found.plus(switch (severity) {
            case CRITICAL -> critical;
            case HIGH -> high;
            case MEDIUM -> medium;
            case LOW -> low;
        });
    }
}
