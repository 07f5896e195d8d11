package dev.demarc.contracts.gap;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;

/** What led to the assessment. */
public enum Origin {
    /** A change of the subject or of what it reads. */
    LIVE,
    /** A change in an account before its first complete inventory. */
    BASELINE,
    /** A new version of a service model. */
    MODEL,
    /** Time alone. */
    TIME,
    /** An edited workload, team, account, evidence or waiver. */
    CONTEXT,
    /** A person's command on this gap. */
    COMMAND;

    /** The word as it stands in JSON, YAML and URLs, in lower-case kebab form. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /** Reads a word; an unknown one throws {@link IllegalArgumentException} that lists the known ones. */
    @JsonCreator
    public static Origin of(String word) {
        return Words.parse(Origin.class, word);
    }
}
