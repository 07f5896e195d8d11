package dev.demarc.assessment.web;

import dev.demarc.assessment.model.StreamPosition;
import dev.demarc.platform.web.BadInput;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/** Transitions of gaps as they happen. */
@RestController
public final class StreamController {

    private static final String AFTER = "Last-Event-ID";

    private final GapStreams streams;

    /** Opens these. */
    public StreamController(GapStreams streams) {
        this.streams = streams;
    }

    /** Server-sent events until the reader goes; proxies are asked to hand on each at once. */
    @GetMapping(path = "/api/stream/gaps", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    public ResponseEntity<Flux<ServerSentEvent<String>>> gaps(
            @RequestHeader(name = AFTER, required = false) @Nullable String after) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).header("X-Accel-Buffering", "no")
                .contentType(MediaType.TEXT_EVENT_STREAM).body(streams.stream(position(after)));
    }

    private static @Nullable StreamPosition position(@Nullable String text) {
        return text == null
                ? null
                : StreamPosition.parse(text).orElseThrow(
                        () -> new BadInput(AFTER, text, "the id of an event of this stream, such as 0.12-1.7"));
    }
}
