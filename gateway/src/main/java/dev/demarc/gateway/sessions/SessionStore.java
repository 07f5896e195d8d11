package dev.demarc.gateway.sessions;

import dev.demarc.gateway.sessions.model.Session;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Where sessions are kept. */
public interface SessionStore {

    /** The session, also one that is over; empty where there is none. */
    Mono<Session> find(String id);

    /** Keeps a new session. */
    Mono<Void> insert(Session session);

    /** Forgets a session, if it is there. */
    Mono<Void> delete(String id);

    /** Forgets all sessions of a key but so many, the newest; a bounded number of them. */
    Mono<Void> keepNewest(String keyId, int most);

    /** Forgets sessions that were over at a time; a bounded number of them, the longest over first. */
    Mono<Void> purge(Instant over);
}
