package dev.demarc.catalog.model;

import dev.demarc.contracts.Copies;
import java.util.List;

/** What a framework asks for, in the order of its publisher; {@code source} and {@code licence} say where the list is from. */
public record Framework(
        String framework,
        String title,
        String version,
        String source,
        String licence,
        List<Requirement> requirements) {

    /** Copies the list. */
    public Framework {
        requirements = Copies.list(requirements);
    }
}
