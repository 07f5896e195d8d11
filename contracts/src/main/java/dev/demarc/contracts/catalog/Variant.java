package dev.demarc.contracts.catalog;

import dev.demarc.contracts.Copies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What replaces a responsibility for subjects on which {@code when} is true; the first match wins. */
public record Variant(
        String name,
        String when,
        Ownership ownership,
        @Nullable String provided,
        @Nullable String responsibility,
        Observability observability,
        Severity severity,
        List<Check> checks,
        @Nullable String rationale) {

    /** Copies the collections; an absent one is empty. */
    public Variant {
        checks = Copies.list(checks);
    }
}
