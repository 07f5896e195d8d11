package dev.demarc.catalog.model;

import dev.demarc.contracts.catalog.Severity;
import org.jspecify.annotations.Nullable;

/** One requirement of a framework; {@code trigger} and {@code severity} are there where the framework has them, {@code title} where it may be repeated. */
public record Requirement(
        String id,
        @Nullable String group,
        @Nullable String title,
        @Nullable String trigger,
        @Nullable Severity severity,
        @Nullable Boolean withdrawn) {

    /** Whether its publisher took it back; such an id still exists and must not be mapped to. */
    public boolean isWithdrawn() {
        return Boolean.TRUE.equals(withdrawn);
    }
}
