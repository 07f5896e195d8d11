package dev.demarc.platform.web;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** 412: somebody changed it since it was read. */
public final class StaleRevision extends ProblemException {

    /** The revision that {@code If-Match} gave and the one that is there. */
    public StaleRevision(long given, long current) {
        super(Problem.of(HttpStatus.PRECONDITION_FAILED, "it was changed since you read it; read it again")
                .at(HttpHeaders.IF_MATCH, Revisions.etag(given), Revisions.etag(current)));
    }
}
