package dev.demarc.contracts.gap;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;

/** How the customer's part, or one check, stands; unknown is never a pass. */
public enum CustomerOutcome {
    SATISFIED,
    NOT_SATISFIED,
    UNKNOWN,
    NOT_APPLICABLE;

    /** The word as it stands in JSON, YAML and URLs, in lower-case kebab form. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /** Reads a word; an unknown one throws {@link IllegalArgumentException} that lists the known ones. */
    @JsonCreator
    public static CustomerOutcome of(String word) {
        return Words.parse(CustomerOutcome.class, word);
    }
}
