package dev.demarc.platform.web;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A body in which several things are wrong, each told with its place; the first hundred of them. */
public final class InvalidBody extends ProblemException {

    private static final int SHOWN = 100;

    /** 400 where it can't be read, 422 where it can't be taken as it is; the sentence says what was not done with it. */
    public InvalidBody(HttpStatus status, String sentence, List<ProblemError> errors) {
        super(Problem.of(status, sentence + ": " + count(errors.size())).errors(errors.stream().limit(SHOWN).toList()));
    }

    private static String count(int errors) {
        return errors == 1
                ? "1 problem"
                : errors + " problems" + (errors > SHOWN ? ", the first " + SHOWN + " of them here" : "");
    }
}
