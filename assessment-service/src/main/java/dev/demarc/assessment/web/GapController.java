package dev.demarc.assessment.web;

import dev.demarc.assessment.application.AcknowledgeGap;
import dev.demarc.assessment.application.ExplainGap;
import dev.demarc.assessment.model.Gap;
import dev.demarc.assessment.model.GapView;
import dev.demarc.contracts.Words;
import dev.demarc.contracts.gap.GapState;
import dev.demarc.platform.security.Caller;
import dev.demarc.platform.web.Conflict;
import dev.demarc.platform.web.NotFound;
import dev.demarc.platform.web.Revisions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** One gap: why it is there, and who has taken it on. Its ETag is its sequence. */
@RestController
public final class GapController {

    private final ExplainGap explain;
    private final AcknowledgeGap acknowledge;
    private final Scheduler blocking;

    /** Answers by these use cases. */
    public GapController(ExplainGap explain, AcknowledgeGap acknowledge, Scheduler blocking) {
        this.explain = explain;
        this.acknowledge = acknowledge;
        this.blocking = blocking;
    }

    /** What the caller says of the gap. */
    public record AcknowledgeInput(@Nullable String note) {
        /** Bounds the note. */
        public AcknowledgeInput {
            Shape.NOTE.checkIfPresent("note", note);
        }
    }

    /** The gap, explained. */
    @GetMapping("/api/gaps/{id}")
    public Mono<ResponseEntity<GapDetail>> get(@PathVariable String id) {
        return Mono.fromCallable(() -> explain.explain(id).orElseThrow(() -> new NotFound("gap", id)))
                .subscribeOn(blocking).map(explained -> ResponseEntity.ok()
                        .eTag(Revisions.etag(explained.gap().sequence())).body(GapDetail.of(explained)));
    }

    /** Takes it on. */
    @PostMapping("/api/gaps/{id}/acknowledge")
    public Mono<ResponseEntity<GapItem>> acknowledge(Caller caller, @PathVariable String id,
            @RequestHeader HttpHeaders headers, @RequestBody(required = false) Mono<AcknowledgeInput> input) {
        return input.defaultIfEmpty(new AcknowledgeInput(null)).publishOn(blocking)
                .map(given -> answer(id, acknowledge.acknowledge(id, Edits.readRevision(headers), caller.id(),
                        given.note()), GapState.OPEN));
    }

    /** Takes several on, each for itself. */
    @PostMapping("/api/gaps/acknowledge")
    public Mono<AcknowledgeMany.Results> acknowledge(Caller caller, @RequestBody Mono<AcknowledgeMany.Input> input) {
        return input.publishOn(blocking).map(given -> AcknowledgeMany.Results.of(given.gaps(),
                acknowledge.acknowledgeEach(given.asked(), caller.id(), given.note())));
    }

    /** Gives it back. */
    @DeleteMapping("/api/gaps/{id}/acknowledge")
    public Mono<ResponseEntity<GapItem>> giveBack(Caller caller, @PathVariable String id,
            @RequestHeader HttpHeaders headers) {
        return Mono.fromCallable(() -> answer(id, acknowledge.giveBack(id, Edits.readRevision(headers), caller.id()),
                GapState.ACKNOWLEDGED)).subscribeOn(blocking);
    }

    private static ResponseEntity<GapItem> answer(String id, AcknowledgeGap.Answer answer, GapState needed) {
        return switch (answer) {
            case AcknowledgeGap.Answer.Stands(Gap gap) -> ResponseEntity.ok().eTag(Revisions.etag(gap.sequence()))
                    .body(GapItem.of(new GapView(gap.description(), gap.status(), gap.sequence(), List.of())));
            case AcknowledgeGap.Answer.Refused(GapState state) -> throw new Conflict(
                    "the gap is " + Words.of(state), "state", Words.of(state), Words.of(needed));
            case AcknowledgeGap.Answer.Stale stale -> throw Edits.stale(stale.given(), stale.current());
            case AcknowledgeGap.Answer.NoSuchGap _ -> throw new NotFound("gap", id);
            case AcknowledgeGap.Answer.Away _ -> throw new IllegalStateException("of several gaps only");
        };
    }
}
