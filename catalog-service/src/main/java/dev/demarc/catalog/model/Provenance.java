package dev.demarc.catalog.model;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;

/** Whose words a version has. */
public enum Provenance {
    /** Demarc's, as they came with an installation. */
    BUNDLED,
    /** The company's own. */
    CUSTOM;

    /** The word as it stands in JSON and in the store. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }
}
