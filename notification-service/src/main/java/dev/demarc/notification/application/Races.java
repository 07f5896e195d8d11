package dev.demarc.notification.application;

import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is done when another writer was first: read again, decide again, write again. */
final class Races {

    /** How many lost races in a row are bad luck; more are a fault. */
    private static final int MOST = 100;

    private Races() {}

    /** The first result that is not empty; {@code once} reads, decides, writes and is empty where it lost the race. */
    static <T> Mono<T> won(Supplier<Mono<T>> once) {
        return Mono.defer(once).repeatWhenEmpty(MOST, Flux::hide);
    }
}
