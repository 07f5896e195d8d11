package dev.demarc.assessment.web;

import dev.demarc.assessment.application.EditContext;
import dev.demarc.contracts.event.ContextChanged;
import dev.demarc.platform.web.BadInput;
import dev.demarc.platform.web.MissingPrecondition;
import dev.demarc.platform.web.NotFound;
import dev.demarc.platform.web.ProblemException;
import dev.demarc.platform.web.Revisions;
import dev.demarc.platform.web.StaleRevision;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What all edits over HTTP have in common. */
final class Edits {

    private Edits() {}

    /** What If-Match gives; null without one. */
    static @Nullable Long readRevision(HttpHeaders headers) {
        OptionalLong given = Revisions.optionalIfMatch(headers);
        return given.isPresent() ? given.getAsLong() : null;
    }

    /** 428 where nothing was given, else 412. */
    static ProblemException stale(@Nullable Long given, long current) {
        return given == null ? new MissingPrecondition(current) : new StaleRevision(given, current);
    }

    /** Refuses unless this revision was read. */
    static void check(@Nullable Long given, long current) {
        if (given == null || given != current) {
            throw stale(given, current);
        }
    }

    /** An id in the body must be that of the path. */
    static void sameId(String path, @Nullable String body) {
        if (body != null && !body.equals(path)) {
            throw new BadInput("id", body, "the id of the path, " + path + ", or none");
        }
    }

    /** The written item with its revision, 201 where it is new. */
    static <T> ResponseEntity<T> written(EditContext.Answer answer, String kind, String id,
            Function<ContextChanged, T> item) {
        return switch (answer) {
            case EditContext.Answer.Written(ContextChanged edit, boolean created) -> ResponseEntity
                    .status(created ? HttpStatus.CREATED : HttpStatus.OK).eTag(Revisions.etag(edit.revision()))
                    .body(item.apply(edit));
            case EditContext.Answer.Stale stale -> throw stale(stale.given(), stale.current());
            case EditContext.Answer.NotThere _ -> throw new NotFound(kind, id);
        };
    }

    /** 204 where it is gone. */
    static ResponseEntity<Void> deleted(EditContext.Answer answer, String kind, String id) {
        return switch (answer) {
            case EditContext.Answer.Written _ -> ResponseEntity.noContent().build();
            case EditContext.Answer.Stale stale -> throw stale(stale.given(), stale.current());
            case EditContext.Answer.NotThere _ -> throw new NotFound(kind, id);
        };
    }
}
