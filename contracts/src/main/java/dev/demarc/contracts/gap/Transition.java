package dev.demarc.contracts.gap;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;

/** What a gap-changed event says. */
public enum Transition {
    /** The severity rose or fell. */
    SEVERITY,
    /** The offending values or the reason are others. */
    VALUES,
    ACKNOWLEDGED,
    UNACKNOWLEDGED,
    WAIVED,
    UNWAIVED,
    /** A resolved gap is there again, under its id. */
    RE_OPENED,
    /** Workload, team or environment are others. */
    OWNER,
    /** Its data is too old to say whether it is still there. */
    STALE;

    /** The word as it stands in JSON, YAML and URLs, in lower-case kebab form. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /** Reads a word; an unknown one throws {@link IllegalArgumentException} that lists the known ones. */
    @JsonCreator
    public static Transition of(String word) {
        return Words.parse(Transition.class, word);
    }
}
