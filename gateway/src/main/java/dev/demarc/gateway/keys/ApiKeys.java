package dev.demarc.gateway.keys;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.demarc.gateway.keys.model.ApiKey;
import dev.demarc.gateway.keys.model.KeyText;
import dev.demarc.gateway.keys.model.Pepper;
import dev.demarc.platform.security.Role;
import dev.demarc.platform.web.Conflict;
import dev.demarc.platform.web.NotFound;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Makes, recognises and revokes API keys; what the store said is believed for some seconds, a revocation here at once. */
public final class ApiKeys {

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeys.class);
    private static final int CACHED = 10_000;

    private final KeyStore store;
    private final Pepper pepper;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Optional<ApiKey>> known;
    private final Cache<String, Boolean> noted = Caffeine.newBuilder().maximumSize(CACHED)
            .expireAfterWrite(Duration.ofMinutes(1)).build();

    /** How long the store is believed bounds how long a key revoked elsewhere still opens the door. */
    public ApiKeys(KeyStore store, Pepper pepper, Clock clock, Duration believed) {
        this.store = store;
        this.pepper = pepper;
        this.clock = clock;
        known = Caffeine.newBuilder().maximumSize(CACHED).expireAfterWrite(believed).build();
    }

    /** A key and its text, which nobody can give again. */
    public record Issued(ApiKey key, KeyText text) {}

    /** The key that a text opens the door with; empty for an unknown, wrong, revoked or expired one. */
    public Mono<ApiKey> recognise(KeyText text) {
        return find(ApiKey.id(text))
                .filter(key -> pepper.matches(text, key.hash()) && key.usable(clock.instant()))
                .doOnNext(this::note);
    }

    /** The key of this id, if it opens the door; it counts as used. */
    public Mono<ApiKey> usable(String id) {
        return find(id).filter(key -> key.usable(clock.instant())).doOnNext(this::note);
    }

    /** Whether {@link #recognise} would not need the store. */
    public boolean remembers(KeyText text) {
        Optional<ApiKey> remembered = known.getIfPresent(ApiKey.id(text));
        return remembered != null && remembered.isPresent();
    }

    /** The key of this id, also a revoked one; empty where there is none. */
    public Mono<ApiKey> find(String id) {
        Optional<ApiKey> remembered = known.getIfPresent(id);
        return remembered == null
                ? store.find(id).map(Optional::of).defaultIfEmpty(Optional.empty())
                        .doOnNext(found -> known.put(id, found)).flatMap(Mono::justOrEmpty)
                : Mono.justOrEmpty(remembered);
    }

    /** Makes a key and keeps it. */
    public Mono<Issued> create(String name, Role role, Set<String> teams, @Nullable Instant expiresAt, String by) {
        return Mono.defer(() -> keep(newText(), name, role, teams, expiresAt, by));
    }

    /** A text that no key has yet. */
    public KeyText newText() {
        return KeyText.random(random);
    }

    /** Keeps the key of a text that is there already. */
    public Mono<Issued> keep(KeyText text, String name, Role role, Set<String> teams, @Nullable Instant expiresAt,
            String by) {
        Instant expires = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MILLIS);
        ApiKey key = new ApiKey(ApiKey.id(text), text.prefix(), pepper.hash(text), name, role, teams, by, now(),
                expires,
                null, null, null);
        return store.insert(key).then(Mono.fromSupplier(() -> {
            known.invalidate(key.id());
            return new Issued(key, text);
        }));
    }

    /** Whether a kept key is that of the text. */
    public boolean matches(KeyText text, ApiKey key) {
        return pepper.matches(text, key.hash());
    }

    /** Whether any admin can get in. */
    public Mono<Boolean> hasAdmin() {
        return store.admins().any(key -> key.usable(clock.instant()));
    }

    /**
     * Revokes a key; {@link NotFound} for one that is not there. The last usable admin key stays ({@link Conflict}):
     * it is revoked, then the others are counted, and where there are none it is given back, so that two who revoke
     * each other's key at the same time do not both succeed.
     */
    public Mono<Void> revoke(String id, String by) {
        Instant at = now();
        return store.find(id).switchIfEmpty(Mono.error(() -> new NotFound("key", id)))
                .flatMap(key -> store.revoke(id, by, at)
                        .flatMap(
                                revoked -> revoked && key.role() == Role.ADMIN ? keepLast(id, at) : Mono.<Void>empty()))
                .doOnTerminate(() -> known.invalidate(id)).doOnCancel(() -> known.invalidate(id));
    }

    private Mono<Void> keepLast(String id, Instant at) {
        return hasAdmin().flatMap(another -> another
                ? Mono.empty()
                : store.restore(id, at)
                        .then(Mono.error(() -> new Conflict("this is the last admin key: make another first"))));
    }

    private void note(ApiKey key) {
        if (noted.asMap().putIfAbsent(key.id(), Boolean.TRUE) == null) {
            store.used(key.id(), now().truncatedTo(ChronoUnit.MINUTES)).subscribe(_ -> {
            }, error -> LOG.warn("the last use of {} was not noted: {}", key.id(), error.toString()));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
