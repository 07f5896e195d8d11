package dev.demarc.assessment.model;

import java.time.Instant;
import java.util.Comparator;

/** Where a change stands in the order of its subject's changes: by capture time, then by state id. */
public record Position(Instant capturedAt, long stateId) implements Comparable<Position> {

    private static final Comparator<Position> ORDER = Comparator.comparing(Position::capturedAt)
            .thenComparingLong(Position::stateId);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    /** Whether this one comes after the other in the subject's life. */
    public boolean isAfter(Position other) {
        return compareTo(other) > 0;
    }
}
