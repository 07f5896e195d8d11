package dev.demarc.catalog.web;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.catalog.model.Provenance;
import dev.demarc.catalog.model.VersionEntry;
import dev.demarc.contracts.Words;
import java.time.Instant;

/** What publishing a draft came to. */
public record PublicationItem(
        Outcome outcome,
        String serviceModel,
        int version,
        String digest,
        Instant publishedAt,
        Provenance provenance) {

    /** Whether there is a new version. */
    public enum Outcome {
        /** There is. */
        PUBLISHED,
        /** There was, when the same revision was published before. */
        ALREADY_PUBLISHED,
        /** The version in force says the same. */
        UNCHANGED;

        /** The word as it stands in JSON. */
        @JsonValue
        public String word() {
            return Words.of(this);
        }
    }

    static PublicationItem of(Outcome outcome, VersionEntry entry) {
        return new PublicationItem(outcome, entry.key(), entry.version(), entry.digest(), entry.publishedAt(),
                entry.origin().provenance());
    }
}
