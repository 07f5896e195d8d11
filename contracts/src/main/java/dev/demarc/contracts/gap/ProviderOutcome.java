package dev.demarc.contracts.gap;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;

/** How the provider's part stands. */
public enum ProviderOutcome {
    /** A valid assurance is on file. */
    PROVEN,
    /** No assurance was given. */
    CLAIMED,
    /** The assurance has expired. */
    LAPSED;

    /** The word as it stands in JSON, YAML and URLs, in lower-case kebab form. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /** Reads a word; an unknown one throws {@link IllegalArgumentException} that lists the known ones. */
    @JsonCreator
    public static ProviderOutcome of(String word) {
        return Words.parse(ProviderOutcome.class, word);
    }
}
