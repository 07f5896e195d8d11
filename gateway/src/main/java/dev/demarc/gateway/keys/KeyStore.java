package dev.demarc.gateway.keys;

import dev.demarc.gateway.keys.model.ApiKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where API keys are kept. */
public interface KeyStore {

    /** The key, also a revoked one; empty where there is none. */
    Mono<ApiKey> find(String id);

    /** Keeps a new key. */
    Mono<Void> insert(ApiKey key);

    /** Marks a key revoked; false where it is unknown or revoked already. */
    Mono<Boolean> revoke(String id, String by, Instant at);

    /** Takes a revocation back, if it is the one that was made at this time. */
    Mono<Void> restore(String id, Instant revokedAt);

    /** Notes that the key was used. */
    Mono<Void> used(String id, Instant at);

    /** The newest first, after a place in this order. */
    Flux<ApiKey> list(@Nullable Place after, int limit);

    /** How many there are, revoked ones too. */
    Mono<Long> count();

    /** The admin keys that are not revoked. */
    Flux<ApiKey> admins();

    /** A place in the list. */
    record Place(Instant createdAt, String id) {}
}
