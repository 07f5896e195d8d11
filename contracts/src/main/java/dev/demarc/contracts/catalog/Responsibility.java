package dev.demarc.contracts.catalog;

import dev.demarc.contracts.Copies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One cell of the matrix, service model by control; {@code severity} is that of gaps which have no check. */
public record Responsibility(
        String control,
        Ownership ownership,
        @Nullable String provided,
        @Nullable String responsibility,
        Observability observability,
        Severity severity,
        List<Check> checks,
        List<Variant> variants,
        @Nullable String rationale,
        List<Source> sources) {

    /** Copies the collections; an absent one is empty. */
    public Responsibility {
        checks = Copies.list(checks);
        variants = Copies.list(variants);
        sources = Copies.list(sources);
    }
}
