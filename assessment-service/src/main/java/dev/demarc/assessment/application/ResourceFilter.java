package dev.demarc.assessment.application;

import org.jspecify.annotations.Nullable;

/** Which resources; a null component does not narrow. {@code unowned} means those without a workload. */
public record ResourceFilter(@Nullable String workload, boolean unowned, @Nullable String account,
        @Nullable String type, @Nullable String nativeId, @Nullable String name) {}
