package dev.demarc.catalog.model.diff;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;

/** What becomes of a duty, the gravest first; a change has the first of these that fits. */
public enum ChangeKind {
    /** Somebody has it who had not, and nobody had it before. */
    GAINED,
    /** Nobody has it any more. */
    LOST,
    /** It moves between provider, customer and third parties. */
    SHIFTED,
    /** The same have it on other terms: how the parts depend on each other, how it is known, how severe a gap is, where a variant applies. */
    TERMS_CHANGED,
    /** The same duty is checked otherwise. */
    CHECK_CHANGED,
    /** Only words change. */
    TEXT_CHANGED;

    /** The word as it stands in JSON. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }
}
