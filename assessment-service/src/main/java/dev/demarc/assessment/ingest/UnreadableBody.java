package dev.demarc.assessment.ingest;

/** A body that can't be read at all: where it breaks and what is wrong there, without quoting its content. */
public final class UnreadableBody extends RuntimeException {

    private final int line;
    private final int column;
    private final String what;

    /** Line and column count from 1. */
    public UnreadableBody(int line, int column, String what) {
        super("line " + line + ", column " + column + ": " + what, null, false, false);
        this.line = line;
        this.column = column;
        this.what = what;
    }

    /** The line, counted from 1. */
    public int line() {
        return line;
    }

    /** The column, counted from 1. */
    public int column() {
        return column;
    }

    /** What is wrong, without the place. */
    public String what() {
        return what;
    }
}
