package dev.demarc.catalog.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a version comes from.
 *
 * @param edition the number that the bundled file gave; null for what was published from a draft
 * @param offered whether it only stands there to be looked at and taken over, and never comes into force itself
 * @param publishedBy who published the draft; null for a bundled edition
 * @param draftRevision the draft's revision, which no other draft of the service model has; null for a bundled edition
 */
public record Origin(
        Provenance provenance,
        @Nullable Integer edition,
        boolean offered,
        @Nullable String publishedBy,
        @Nullable Long draftRevision) {

    /** A bundled edition. */
    public static Origin bundled(int edition, boolean offered) {
        return new Origin(Provenance.BUNDLED, edition, offered, null, null);
    }

    /** A draft; with Demarc's own words where somebody took a bundled edition over as it is. */
    public static Origin draft(Provenance provenance, String publishedBy, long revision) {
        return new Origin(provenance, null, false, publishedBy, revision);
    }
}
