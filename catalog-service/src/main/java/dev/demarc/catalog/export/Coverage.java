package dev.demarc.catalog.export;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;

/** What the selected service models say about a framework's requirement. */
public enum Coverage {
    /** A cell answers it. */
    COVERED,
    /** Only somebody's word answers it, since no configuration record shows it; the answer says why. */
    ATTESTATION,
    /** The cells that answer it say that there is nothing to do. */
    NOT_APPLICABLE,
    /** No cell answers it. */
    NOT_COVERED,
    /** Its publisher took it back. */
    WITHDRAWN;

    /** The word as it stands in JSON and tables, in lower-case kebab form. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }
}
