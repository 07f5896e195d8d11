package dev.demarc.platform.deadletters;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;

/** What became of a dead letter. */
public enum DeadLetterState {
    /** Nothing yet. */
    WAITING,
    /** Its record was sent to its topic again; if that fails too, it is a new dead letter. */
    REPLAYED;

    /** As it stands in JSON, queries and the store. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }
}
