package dev.demarc.contracts.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;

/** Who answers for a control, in the words of the CSA CAIQ v4. */
public enum Ownership {
    /** The provider alone. */
    CSP_OWNED,
    /** The customer alone. */
    CSC_OWNED,
    /** Both, each for a part that stands by itself. */
    SHARED_INDEPENDENT,
    /** Both, and it is done only when both parts are. */
    SHARED_DEPENDENT,
    /** The provider with a third party. */
    SHARED_CSP_THIRD_PARTY,
    /** A third party alone. */
    THIRD_PARTY_OUTSOURCED,
    /** Nobody: the service has nothing to which the control could apply. */
    NOT_APPLICABLE;

    /** The category in which AWS shows such a control to its customers; what a third party does, CAIQ has the provider answer for. */
    public Category category() {
        return switch (this) {
            case CSP_OWNED, SHARED_CSP_THIRD_PARTY, THIRD_PARTY_OUTSOURCED -> Category.INHERITED;
            case SHARED_INDEPENDENT, SHARED_DEPENDENT -> Category.SHARED;
            case CSC_OWNED -> Category.CUSTOMER_SPECIFIC;
            case NOT_APPLICABLE -> Category.NOT_APPLICABLE;
        };
    }

    /** The word as it stands in JSON, YAML and URLs, in lower-case kebab form. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /** Reads a word; an unknown one throws {@link IllegalArgumentException} that lists the known ones. */
    @JsonCreator
    public static Ownership of(String word) {
        return Words.parse(Ownership.class, word);
    }
}
