package dev.demarc.assessment.ingest;

import org.jspecify.annotations.Nullable;

/** An entry that can't be used; {@code index} counts as in {@link Ignored}, {@code value} is redacted and at most 100 characters. */
public record Rejected(
        int index,
        String field,
        @Nullable String value,
        @Nullable String expected,
        String reason) {}
