package dev.demarc.assessment.ingest;

/** A text that is not (strict, bounded) JSON: the place, counted from 1, and what is wrong there. */
public final class NotJson extends Exception {

    private final int line;
    private final int column;
    private final String what;

    NotJson(int line, int column, String what) {
        super("line " + line + ", column " + column + ": " + what, null, false, false);
        this.line = line;
        this.column = column;
        this.what = what;
    }

    /** The same as an unreadable body, its line counted {@code linesBefore} further on. */
    public UnreadableBody asBody(int linesBefore) {
        return new UnreadableBody(linesBefore + line, column, what);
    }
}
