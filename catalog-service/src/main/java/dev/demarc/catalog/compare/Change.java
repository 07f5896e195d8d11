package dev.demarc.catalog.compare;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;

/** What becomes of a customer's duty on the way from one side to the other. */
public enum Change {
    /** The provider does it from now on. */
    TAKEN_OVER,
    /** There is nothing left to which it could apply. */
    FALLS_AWAY,
    /** It was the customer's alone and is shared from now on. */
    EASED,
    /** Whose it is stays as it was; what has to be done may differ. */
    SAME,
    /** It was shared and is the customer's alone from now on. */
    GROWN,
    /** The provider did it before. */
    HANDED_OVER,
    /** There was nothing before to which it could apply. */
    APPEARS,
    /** One side says nothing about the control, so that nobody can tell. */
    NOT_SAID;

    /** The word as it stands in JSON, in lower-case kebab form. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }
}
