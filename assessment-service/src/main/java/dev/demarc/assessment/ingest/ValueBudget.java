package dev.demarc.assessment.ingest;

/** How many JSON values one body may hold: what is two bytes there takes a hundred in memory. */
final class ValueBudget {

    /** Three to ten times what 25 MB of configuration items hold. */
    static final int MOST = 2_000_000;

    private int left = MOST;

    /** One more, at this place; {@link UnreadableBody} where it is one too many. */
    void take(int line, int column) {
        if (--left < 0) {
            throw new UnreadableBody(line, column, "more than %,d values; send it in parts".formatted(MOST));
        }
    }
}
