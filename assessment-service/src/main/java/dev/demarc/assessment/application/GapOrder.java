package dev.demarc.assessment.application;

/** In which order gaps are listed; equal ones by id. */
public enum GapOrder {
    /** The least severe first. */
    SEVERITY("severity"),
    /** The most severe first. */
    MOST_SEVERE("-severity"),
    /** The oldest first. */
    OPENED_AT("openedAt"),
    /** The newest first. */
    NEWEST("-openedAt"),
    /** Due soonest first. */
    DUE_AT("dueAt"),
    /** Due last first. */
    DUE_LAST("-dueAt");

    private final String word;

    GapOrder(String word) {
        this.word = word;
    }

    /** The word as it stands in {@code ?sort=}. */
    public String word() {
        return word;
    }
}
