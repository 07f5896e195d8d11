package dev.demarc.contracts.catalog;

import org.jspecify.annotations.Nullable;

/** A value that a check takes from {@code params.<name>}; numbers lie between the bounds, both included. */
public record Parameter(
        Object value,
        @Nullable Long minimum,
        @Nullable Long maximum,
        @Nullable String description) {}
