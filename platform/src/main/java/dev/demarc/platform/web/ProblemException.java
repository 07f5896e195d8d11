package dev.demarc.platform.web;

/** A refusal that is answered with its problem; thrown where a returned value would reach nobody. */
public abstract class ProblemException extends RuntimeException {

    private final transient Problem problem;

    /** A refusal without a stack trace: it is an answer, not a failure. */
    protected ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** What the caller is told. */
    public Problem problem() {
        return problem;
    }
}
