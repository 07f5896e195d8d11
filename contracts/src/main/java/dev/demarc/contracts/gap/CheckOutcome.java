package dev.demarc.contracts.gap;

import org.jspecify.annotations.Nullable;

/** The verdict of one check. */
public record CheckOutcome(
        String check,
        CustomerOutcome outcome,
        @Nullable GapReason reason) {}
