package dev.demarc.catalog.authoring;

import org.jspecify.annotations.Nullable;

/** What a case came to; {@code subject} is the check or, for a variant, the control; {@code problem} is null where it gave what it must. */
public record CaseResult(
        String file,
        int line,
        String serviceModel,
        String subject,
        String name,
        @Nullable String problem) {

    /** Whether it gave what it must. */
    public boolean passed() {
        return problem == null;
    }
}
