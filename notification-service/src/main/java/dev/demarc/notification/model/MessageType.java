package dev.demarc.notification.model;

import dev.demarc.contracts.event.GapChanged;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.contracts.event.GapOpened;
import dev.demarc.contracts.event.GapResolved;

/** What a message tells; the word is the payload's {@code type}. */
public enum MessageType {
    GAP_OPENED("gap.opened"),
    GAP_CHANGED("gap.changed"),
    GAP_RESOLVED("gap.resolved"),
    /** What an account's first inventory showed, in one message. */
    BASELINE_SUMMARY("baseline.summary"),
    /** Sent on request, to see whether the endpoint works. */
    ENDPOINT_TEST("endpoint.test");

    private final String word;

    MessageType(String word) {
        this.word = word;
    }

    /** The type as it stands in the payload. */
    public String word() {
        return word;
    }

    /** The type of a transition's message. */
    public static MessageType of(GapEvent event) {
        return switch (event) {
            case GapOpened _ -> GAP_OPENED;
            case GapChanged _ -> GAP_CHANGED;
            case GapResolved _ -> GAP_RESOLVED;
        };
    }

    /** Reads a word; throws {@link IllegalArgumentException} for an unknown one. */
    public static MessageType of(String word) {
        for (MessageType type : values()) {
            if (type.word.equals(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no message type '" + word + "'");
    }
}
