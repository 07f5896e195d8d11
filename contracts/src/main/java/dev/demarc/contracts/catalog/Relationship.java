package dev.demarc.contracts.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;

/** How a control relates to a framework's requirement, in OSCAL's words. */
public enum Relationship {
    EQUAL_TO,
    EQUIVALENT_TO,
    SUBSET_OF,
    SUPERSET_OF,
    INTERSECTS_WITH;

    /** The word as it stands in JSON, YAML and URLs, in lower-case kebab form. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /** Reads a word; an unknown one throws {@link IllegalArgumentException} that lists the known ones. */
    @JsonCreator
    public static Relationship of(String word) {
        return Words.parse(Relationship.class, word);
    }
}
