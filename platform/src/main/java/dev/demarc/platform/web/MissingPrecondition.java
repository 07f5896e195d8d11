package dev.demarc.platform.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** 428: editing needs {@code If-Match}, so that nobody overwrites what he has not seen. */
public final class MissingPrecondition extends ProblemException {

    /** The answer to an edit without {@code If-Match}, where the revision has not been read. */
    public MissingPrecondition() {
        this("a revision in quotes, like \"7\"");
    }

    /** The answer to an edit without {@code If-Match} of what is at a revision. */
    public MissingPrecondition(long current) {
        this(Revisions.etag(current));
    }

    private MissingPrecondition(String expected) {
        super(Problem.of(HttpStatus.PRECONDITION_REQUIRED, "send the ETag that you read as If-Match")
                .at(HttpHeaders.IF_MATCH, null, expected));
    }
}
