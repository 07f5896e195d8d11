package dev.demarc.catalog.model;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;
import dev.demarc.contracts.catalog.Ownership;

/** AWS's word for an ownership. */
public enum Category {
    INHERITED,
    SHARED,
    CUSTOMER_SPECIFIC,
    NOT_APPLICABLE;

    /** The category in which an ownership is shown. */
    public static Category of(Ownership ownership) {
        return switch (ownership) {
            case CSP_OWNED, SHARED_CSP_THIRD_PARTY, THIRD_PARTY_OUTSOURCED -> INHERITED;
            case SHARED_INDEPENDENT, SHARED_DEPENDENT -> SHARED;
            case CSC_OWNED -> CUSTOMER_SPECIFIC;
            case NOT_APPLICABLE -> NOT_APPLICABLE;
        };
    }

    /** The word as it stands in JSON, in lower-case kebab form. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }
}
