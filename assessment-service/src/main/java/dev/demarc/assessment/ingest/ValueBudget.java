package dev.demarc.assessment.ingest;

/** How many JSON values one body may hold: what is two bytes there takes a hundred in memory. */
final class ValueBudget {

    /** AWS's items take 52 bytes a value on average and never less than 23: 25 MB of them hold a million at most. */
    static final int MOST = 2_000_000;

    private int left = MOST;

    /** Whether there may be one more. */
    boolean take() {
        return --left >= 0;
    }

    /** What is said of a body where the one too many stands here. */
    static UnreadableBody spent(int line, int column) {
        return new UnreadableBody(line, column, "more than %,d values; send it in parts".formatted(MOST));
    }
}
