package dev.demarc.contracts.context;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;

/** How much the business depends on a workload. */
public enum Criticality {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** The word as it stands in JSON, YAML and URLs, in lower-case kebab form. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /** Reads a word; an unknown one throws {@link IllegalArgumentException} that lists the known ones. */
    @JsonCreator
    public static Criticality of(String word) {
        return Words.parse(Criticality.class, word);
    }
}
