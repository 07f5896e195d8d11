package dev.demarc.catalog.web;

import dev.demarc.platform.web.Problem;
import dev.demarc.platform.web.ProblemException;
import dev.demarc.platform.web.Revisions;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** 412: the draft that was read was published or deleted. */
final class DraftGone extends ProblemException {

    DraftGone(String key, long given) {
        super(Problem.of(HttpStatus.PRECONDITION_FAILED, "there is no draft of " + key
                + " any more: it was published or deleted since you read it; leave If-Match out to begin another")
                .at(HttpHeaders.IF_MATCH, Revisions.etag(given), null));
    }
}
