package dev.demarc.assessment.model;

import dev.demarc.contracts.gap.GapDescription;
import dev.demarc.contracts.gap.GapState;
import dev.demarc.contracts.gap.GapStatus;

/** A gap of a subject; {@code sequence} counts its transitions from 1. */
public record Gap(GapDescription description, GapStatus status, long sequence) {

    /** The gap's id. */
    public String id() {
        return description.id();
    }

    /** Whether it is still there: open, acknowledged or waived. */
    public boolean isThere() {
        return status.state() != GapState.RESOLVED;
    }
}
