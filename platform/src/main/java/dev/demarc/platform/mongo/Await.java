package dev.demarc.platform.mongo;

import dev.demarc.platform.runtime.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Waits for a store's publisher on a thread that may block, a Kafka or virtual thread; refuses on an event loop. What
 * says that the store is away is thrown as {@link Unavailable}, anything else as the driver threw it.
 */
public final class Await {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private Await() {}

    /** The only element. @throws NoSuchElementException there is none */
    public static <T> T one(Publisher<T> publisher) {
        return first(publisher).orElseThrow(() -> new NoSuchElementException("the store answered with nothing"));
    }

    /** The first element, or empty. */
    public static <T> Optional<T> first(Publisher<T> publisher) {
        return Optional.ofNullable(get(Flux.from(publisher).next()));
    }

    /** All elements; the query must be bounded. */
    public static <T> List<T> list(Publisher<T> publisher) {
        List<T> all = get(Flux.from(publisher).collectList());
        return all == null ? List.of() : all;
    }

    /** Waits for the end and ignores elements. */
    public static void none(Publisher<?> publisher) {
        get(Flux.from(publisher).then());
    }

    private static <T> @Nullable T get(Mono<T> mono) {
        if (Schedulers.isInNonBlockingThread()) {
            throw new IllegalStateException(
                    "waiting for the store on %s, a thread that must not block".formatted(Thread.currentThread()));
        }
        var answer = mono.toFuture();
        try {
            return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while waiting for the store", e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new Unavailable("the store did not answer within " + LIMIT, e);
        } catch (ExecutionException e) {
            throw thrown(e.getCause() == null ? e : e.getCause());
        }
    }

    private static RuntimeException thrown(Throwable cause) {
        if (Unavailable.is(cause)) {
            return new Unavailable("the store is away: " + cause.getMessage(), cause);
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }
}
