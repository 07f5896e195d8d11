package dev.demarc.standalone.cli;

/** What the shell is told. */
final class ExitCode {

    static final int OK = 0;
    /** It was tried and failed. */
    static final int FAILED = 1;
    /** The command line was wrong. */
    static final int USAGE = 2;
    /** {@code status}: nothing runs. */
    static final int NOT_RUNNING = 3;

    private ExitCode() {}
}
