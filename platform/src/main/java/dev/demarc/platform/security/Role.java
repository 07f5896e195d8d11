package dev.demarc.platform.security;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;

/** What a caller may do. */
public enum Role {
    /** Reads. */
    VIEWER,
    /** Sends changes in, and nothing else: not even reading. */
    INGESTER,
    /** Reads, acknowledges, edits workloads, teams, endpoints and drafts of service models, handles dead letters. */
    EDITOR,
    /** Everything, API keys and publishing service models too. */
    ADMIN;

    /** The role for a word like {@code viewer}; {@link IllegalArgumentException} names the known ones. */
    @JsonCreator
    public static Role of(String word) {
        return Words.parse(Role.class, word);
    }

    /** The word that stands in tokens and JSON. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /** Whether who has this role may do what needs the other one. */
    public boolean includes(Role needed) {
        return this == needed || this == ADMIN || (this == EDITOR && needed == VIEWER);
    }
}
