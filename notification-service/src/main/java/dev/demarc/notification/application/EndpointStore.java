package dev.demarc.notification.application;

import dev.demarc.notification.model.Endpoint;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps endpoints. */
public interface EndpointStore {

    /** The endpoint; empty where there is none. */
    Mono<Endpoint> find(String id);

    /** All of them; their number is bounded when they are created. */
    Flux<Endpoint> all();

    /** Those of the teams (null: every one) with an id after {@code after}, by id. */
    Flux<Endpoint> page(@Nullable Set<String> teams, @Nullable String after, int limit);

    /** How many there are for the teams (null: every one). */
    Mono<Long> count(@Nullable Set<String> teams);

    /** Adds a new one; its id must be new. */
    Mono<Void> insert(Endpoint endpoint);

    /** Writes it where the stored revision is the one before; false where somebody else was first. */
    Mono<Boolean> replace(Endpoint endpoint);

    /** Removes it at this revision; false where it is at another or gone. */
    Mono<Boolean> delete(String id, long revision);

    /** Notes that a delivery failed, without changing the revision; gives since when they have been failing. */
    Mono<Instant> failed(String id, Instant at);

    /** Notes that a delivery succeeded, without changing the revision. */
    Mono<Void> succeeded(String id);
}
