package dev.demarc.contracts.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;

/** How it can be known whether a part is done. */
public enum Observability {
    /** Seen in the configuration of the subject. */
    CONFIG,
    /** Somebody says so, until a date. */
    ATTESTATION,
    /** The provider's report or certificate says so. */
    PROVIDER_ASSURANCE;

    /** The word as it stands in JSON, YAML and URLs, in lower-case kebab form. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /** Reads a word; an unknown one throws {@link IllegalArgumentException} that lists the known ones. */
    @JsonCreator
    public static Observability of(String word) {
        return Words.parse(Observability.class, word);
    }
}
