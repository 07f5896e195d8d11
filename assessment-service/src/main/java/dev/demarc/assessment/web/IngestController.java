package dev.demarc.assessment.web;

import dev.demarc.assessment.application.Ingest;
import dev.demarc.assessment.ingest.Ignored;
import dev.demarc.assessment.ingest.IngestAdapter;
import dev.demarc.assessment.ingest.IngestContext;
import dev.demarc.assessment.ingest.IngestResult;
import dev.demarc.assessment.ingest.Rejected;
import dev.demarc.assessment.ingest.UnreadableBody;
import dev.demarc.platform.web.BadInput;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Takes changes in over HTTP; the answer comes when the broker has all that was accepted. */
@RestController
public final class IngestController {

    private static final String READABLE = "JSON, or one JSON document a line";

    private final IngestAdapter aws;
    private final Ingest ingest;
    private final Scheduler blocking;
    private final Clock clock;

    /** Reads by this adapter. */
    public IngestController(IngestAdapter aws, Ingest ingest, Scheduler blocking, Clock clock) {
        this.aws = aws;
        this.ingest = ingest;
        this.blocking = blocking;
        this.clock = clock;
    }

    /** What became of each entry of the body; each index stands in exactly one of the three. */
    public record Answer(int accepted, List<Ignored> ignored, List<Rejected> rejected) {}

    /** AWS Config items in any of the shapes that AWS sends them in. */
    @PostMapping("/api/ingest/aws")
    @ResponseStatus(HttpStatus.ACCEPTED)
    public Mono<Answer> aws(@RequestBody(required = false) Mono<byte[]> body) {
        return body.defaultIfEmpty(new byte[0]).publishOn(blocking).map(this::take);
    }

    private Answer take(byte[] body) {
        IngestResult result = read(body);
        ingest.publish(result.events());
        return new Answer(result.accepted(), result.ignored(), result.rejected());
    }

    private IngestResult read(byte[] body) {
        try {
            return aws.read(body, new IngestContext(clock.instant(), "aws-config"));
        } catch (UnreadableBody e) {
            throw new BadInput("body", null, READABLE,
                    "the body can't be read: " + e.getMessage() + "; expected " + READABLE);
        }
    }
}
