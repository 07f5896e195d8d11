package dev.demarc.contracts.gap;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;

/** Why a gap is no longer there. */
public enum ResolutionCause {
    FIXED,
    RESOURCE_DELETED,
    ABSENT_FROM_INVENTORY,
    MODEL_CHANGED,
    /** The duty now lies with another subject. */
    MOVED,
    /** A workload, team or account was edited. */
    CONTEXT_CHANGED;

    /** The word as it stands in JSON, YAML and URLs, in lower-case kebab form. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /** Reads a word; an unknown one throws {@link IllegalArgumentException} that lists the known ones. */
    @JsonCreator
    public static ResolutionCause of(String word) {
        return Words.parse(ResolutionCause.class, word);
    }
}
