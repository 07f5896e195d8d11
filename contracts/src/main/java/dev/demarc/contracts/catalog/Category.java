package dev.demarc.contracts.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;

/** Ownership as AWS shows it to its customers. */
public enum Category {
    /** The provider answers for it, with or without a third party. */
    INHERITED,
    /** Both have a part. */
    SHARED,
    /** The customer answers for it. */
    CUSTOMER_SPECIFIC,
    /** There is nothing to do. */
    NOT_APPLICABLE;

    /** The word as it stands in JSON, YAML and URLs, in lower-case kebab form. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /** Reads a word; an unknown one throws {@link IllegalArgumentException} that lists the known ones. */
    @JsonCreator
    public static Category of(String word) {
        return Words.parse(Category.class, word);
    }
}
