package dev.demarc.contracts.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;

/** How a related document is found from the subject. */
public enum Relation {
    /** The one document of that type in the subject's account. */
    SAME_ACCOUNT;

    /** The word as it stands in JSON, YAML and URLs, in lower-case kebab form. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /** Reads a word; an unknown one throws {@link IllegalArgumentException} that lists the known ones. */
    @JsonCreator
    public static Relation of(String word) {
        return Words.parse(Relation.class, word);
    }
}
