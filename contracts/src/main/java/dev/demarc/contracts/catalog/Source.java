package dev.demarc.contracts.catalog;

import org.jspecify.annotations.Nullable;

/** Where a statement comes from; {@code says} keeps the source's own word where sources disagree. */
public record Source(
        String title,
        @Nullable String url,
        @Nullable String says) {}
