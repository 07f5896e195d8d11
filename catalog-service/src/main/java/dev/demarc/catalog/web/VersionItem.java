package dev.demarc.catalog.web;

import dev.demarc.catalog.model.Provenance;
import dev.demarc.catalog.model.VersionEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version in the list of a service model's versions.
 *
 * @param offered whether it only stands there to be looked at and taken over
 * @param publishedBy who published the draft; null for a bundled edition
 */
public record VersionItem(
        int version,
        String digest,
        Instant publishedAt,
        boolean inForce,
        Provenance provenance,
        boolean offered,
        @Nullable String publishedBy) {

    static VersionItem of(VersionEntry entry, boolean inForce) {
        return new VersionItem(entry.version(), entry.digest(), entry.publishedAt(), inForce,
                entry.origin().provenance(), entry.origin().offered(), entry.origin().publishedBy());
    }
}
