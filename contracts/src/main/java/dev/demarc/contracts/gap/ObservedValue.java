package dev.demarc.contracts.gap;

import org.jspecify.annotations.Nullable;

/** A value that a check read, by its path, at the time of the verdict; {@code value} is absent where the path was. */
public record ObservedValue(
        String path,
        @Nullable Object value,
        boolean present) {}
