package dev.demarc.notification.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.contracts.Words;
import dev.demarc.contracts.event.GapChanged;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.contracts.event.GapOpened;
import dev.demarc.contracts.event.GapResolved;

/** What a filter can ask for: a gap was opened, was resolved, or changed in one of the ways of {@code Transition}. */
public enum TransitionKind {
    OPENED,
    RESOLVED,
    SEVERITY,
    VALUES,
    ACKNOWLEDGED,
    UNACKNOWLEDGED,
    WAIVED,
    UNWAIVED,
    RE_OPENED,
    OWNER,
    STALE;

    /** The word as it stands in JSON and URLs. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /** Reads a word; an unknown one throws {@link IllegalArgumentException} that lists the known ones. */
    @JsonCreator
    public static TransitionKind of(String word) {
        return Words.parse(TransitionKind.class, word);
    }

    /** What happened in this event. */
    public static TransitionKind of(GapEvent event) {
        return switch (event) {
            case GapOpened _ -> OPENED;
            case GapResolved _ -> RESOLVED;
            case GapChanged changed -> of(changed.transition().word());
        };
    }
}
