package dev.demarc.gateway.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.demarc.gateway.keys.ApiKeys;
import dev.demarc.gateway.keys.model.ApiKey;
import dev.demarc.gateway.keys.model.Pepper;
import dev.demarc.gateway.sessions.model.Session;
import dev.demarc.gateway.sessions.model.SessionToken;
import dev.demarc.platform.security.Role;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Sessions stand for an API key, with the role that it has at the moment, and end with it. What the store said is
 * believed for some seconds, a log-out here at once.
 */
public final class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    private static final int CACHED = 10_000;

    private final SessionStore store;
    private final ApiKeys keys;
    private final Pepper pepper;
    private final Clock clock;
    private final Bounds bounds;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, Session> known;

    /** How long the store is believed bounds how long a session closed elsewhere goes on. */
    public Sessions(SessionStore store, ApiKeys keys, Pepper pepper, Clock clock, Bounds bounds, Duration believed) {
        this.store = store;
        this.keys = keys;
        this.pepper = pepper;
        this.clock = clock;
        this.bounds = bounds;
        known = Caffeine.newBuilder().maximumSize(CACHED).expireAfterWrite(believed).build();
    }

    /**
     * How long and how many.
     *
     * @param lasts from the log-in on, whatever happens in between
     * @param most of one key; the oldest end
     */
    public record Bounds(Duration lasts, int most) {}

    /** A session that goes on, as it is now. */
    public record Live(ApiKey key, String csrfToken, Instant expiresAt) {}

    /** A new session, and what its cookie holds, which nobody can give again. */
    public record Opened(String token, Live live) {}

    /** Whether a key may have sessions: who only sends changes in has nothing to look at. */
    public static boolean maySee(ApiKey key) {
        return key.role() != Role.INGESTER;
    }

    /** Opens a session for a key that was recognised, and clears away what is over or too many. */
    public Mono<Opened> open(ApiKey key) {
        return Mono.defer(() -> {
            SessionToken token = SessionToken.random(random, pepper);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Instant end = now.plus(bounds.lasts());
            Instant expires = key.expiresAt() != null && key.expiresAt().isBefore(end) ? key.expiresAt() : end;
            return store.insert(new Session(token.id(), key.id(), now, expires))
                    .then(store.keepNewest(key.id(), bounds.most()))
                    .then(store.purge(now).onErrorResume(Sessions::later))
                    .thenReturn(new Opened(token.text(), new Live(key, token.csrfToken(), expires)));
        });
    }

    /** The session of a cookie; empty where it is made up, closed or over, or where its key opens nothing any more. */
    public Mono<Live> find(String cookie) {
        return Mono.justOrEmpty(SessionToken.read(cookie, pepper))
                .flatMap(token -> kept(token.id()).filter(session -> clock.instant().isBefore(session.expiresAt()))
                        .flatMap(session -> keys.usable(session.keyId()).filter(Sessions::maySee)
                                .map(key -> new Live(key, token.csrfToken(), session.expiresAt()))));
    }

    /** Ends the session of a cookie, if there is one. */
    public Mono<Void> close(String cookie) {
        return Mono.justOrEmpty(SessionToken.read(cookie, pepper))
                .flatMap(token -> {
                    // before the answer goes out: who has logged out must not find himself let in once more
                    Runnable forget = () -> known.invalidate(token.id());
                    return store.delete(token.id()).doOnTerminate(forget).doOnCancel(forget);
                });
    }

    private Mono<Session> kept(String id) {
        Session remembered = known.getIfPresent(id);
        return remembered == null
                ? store.find(id).doOnNext(session -> known.put(id, session))
                : Mono.just(remembered);
    }

    private static Mono<Void> later(Throwable error) {
        LOG.warn("sessions that are over were not cleared away: {}", error.toString());
        return Mono.empty();
    }
}
