package dev.demarc.catalog.model;

import dev.demarc.contracts.Copies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a framework asks for, in the order of its publisher; {@code source} and {@code licence} say where the list is from.
 *
 * @param provider whose services alone it is about; null where it is about those of any
 */
public record Framework(
        String framework,
        String title,
        String version,
        String source,
        String licence,
        @Nullable String provider,
        List<Requirement> requirements) {

    /** Copies the list. */
    public Framework {
        requirements = Copies.list(requirements);
    }

    /** Whether it is about services of this provider. */
    public boolean isAbout(String provider) {
        return this.provider == null || this.provider.equals(provider);
    }
}
