package dev.demarc.assessment.web;

import dev.demarc.assessment.application.QueryPosture;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** How much is done. */
@RestController
public final class PostureController {

    private final QueryPosture posture;
    private final Scheduler blocking;

    /** Reads the counts. */
    public PostureController(QueryPosture posture, Scheduler blocking) {
        this.posture = posture;
        this.blocking = blocking;
    }

    /** The counts. */
    @GetMapping("/api/posture")
    public Mono<QueryPosture.Posture> posture() {
        return Mono.fromCallable(posture::posture).subscribeOn(blocking);
    }
}
