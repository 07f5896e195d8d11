package dev.demarc.contracts.context;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;

/** Whether an account's gaps are told one by one. */
public enum AccountPhase {
    /** Until the first complete inventory: one summary for each team. */
    BASELINE,
    /** Each gap is told when it opens. */
    LIVE;

    /** The word as it stands in JSON, YAML and URLs, in lower-case kebab form. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /** Reads a word; an unknown one throws {@link IllegalArgumentException} that lists the known ones. */
    @JsonCreator
    public static AccountPhase of(String word) {
        return Words.parse(AccountPhase.class, word);
    }
}
