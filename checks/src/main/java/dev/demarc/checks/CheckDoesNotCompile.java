package dev.demarc.checks;

/** An expression that is no predicate of the check language; {@code line} and {@code column} start at 1. */
public final class CheckDoesNotCompile extends RuntimeException {

    private final int line;
    private final int column;
    private final String problem;

    /** Where it goes wrong in the expression, and why. */
    public CheckDoesNotCompile(int line, int column, String problem) {
        super("line " + line + ", column " + column + ": " + problem);
        this.line = line;
        this.column = column;
        this.problem = problem;
    }

    /** The line in the expression, from 1. */
    public int line() {
        return line;
    }

    /** The column in the line, from 1. */
    public int column() {
        return column;
    }

    /** The cause alone, without the position. */
    public String problem() {
        return problem;
    }
}
