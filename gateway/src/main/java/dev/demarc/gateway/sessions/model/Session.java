package dev.demarc.gateway.sessions.model;

import java.time.Instant;

/**
 * A session as it is kept: without what continues it.
 *
 * @param id the keyed hash of its token
 * @param keyId the API key that it stands for, {@code k-…}
 * @param expiresAt its end, whatever happens in it; not after the key's
 */
public record Session(String id, String keyId, Instant createdAt, Instant expiresAt) {

    @Override
    public String toString() {
        return "Session[" + keyId + ", " + createdAt + "]";
    }
}
