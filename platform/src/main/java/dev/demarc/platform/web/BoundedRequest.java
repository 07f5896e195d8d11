package dev.demarc.platform.web;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A request whose body ends with {@link BodyTooLarge} where it exceeds its limit. */
final class BoundedRequest extends ServerHttpRequestDecorator {

    private static final long READ_AWAY = 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final long limit;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();

    BoundedRequest(ServerHttpRequest request, long limit) {
        super(request);
        this.limit = limit;
    }

    /** The error is given on another thread: answered within the read that found it, Netty releases its buffer twice. */
    @Override
    public Flux<DataBuffer> getBody() {
        return Flux.defer(() -> {
            begun.set(true);
            return bounded(limit, READ_AWAY).doOnComplete(() -> ended.set(true));
        });
    }

    /**
     * Reads away what nobody has read, a megabyte and the rest of its last buffer at most; false where something is
     * left. The buffers are mapped to something else, since the response discards, that is releases, every buffer that
     * is dropped after this.
     */
    Mono<Boolean> finish() {
        if (begun.getAndSet(true)) {
            return Mono.just(ended.get());
        }
        return bounded(READ_AWAY, 0).map(DataBufferUtils::release).then(Mono.just(true)).timeout(PATIENCE)
                .onErrorReturn(false);
    }

    /**
     * Of what is over the limit so much is read away before the error: a client that is still sending would not see an
     * answer that comes with the end of the connection.
     */
    private Flux<DataBuffer> bounded(long most, long away) {
        long[] seen = {0};
        return super.getBody().<DataBuffer>handle((buffer, sink) -> {
            seen[0] += buffer.readableByteCount();
            if (seen[0] <= most) {
                sink.next(buffer);
                return;
            }
            DataBufferUtils.release(buffer);
            if (seen[0] > most + away) {
                sink.error(new BodyTooLarge(most));
            }
        }).concatWith(Mono.defer(() -> {
            if (seen[0] <= most) {
                return Mono.empty();
            }
            ended.set(true);
            return Mono.error(new BodyTooLarge(most));
        })).onErrorResume(BodyTooLarge.class,
                error -> Mono.<DataBuffer>error(error).subscribeOn(Schedulers.parallel()));
    }
}
