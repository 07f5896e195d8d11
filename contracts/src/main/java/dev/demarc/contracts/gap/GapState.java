package dev.demarc.contracts.gap;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;

/** Where a gap stands. */
public enum GapState {
    OPEN,
    /** Somebody has taken it on. */
    ACKNOWLEDGED,
    /** An approved waiver covers it; it is still judged and shown. */
    WAIVED,
    RESOLVED;

    /** The word as it stands in JSON, YAML and URLs, in lower-case kebab form. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /** Reads a word; an unknown one throws {@link IllegalArgumentException} that lists the known ones. */
    @JsonCreator
    public static GapState of(String word) {
        return Words.parse(GapState.class, word);
    }
}
