package dev.demarc.gateway.keys.model;

import dev.demarc.platform.security.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An API key as it is kept: without what opens the door.
 *
 * @param id {@code k-} and the id in the key's text
 * @param hash the keyed hash of the text
 * @param createdBy the id of the admin's key, or {@code bootstrap}
 * @param lastUsedAt to the minute
 */
public record ApiKey(String id, String prefix, String hash, String name, Role role, Set<String> teams,
        String createdBy, Instant createdAt, @Nullable Instant expiresAt, @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt, @Nullable String revokedBy) {

    /** Keeps its own copy. */
    public ApiKey {
        teams = Set.copyOf(teams);
    }

    /** The id of the key with this text. */
    public static String id(KeyText text) {
        return "k-" + text.id();
    }

    /** Whether it opens the door: neither revoked nor expired. */
    public boolean usable(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    @Override
    public String toString() {
        return "ApiKey[" + id + ", " + name + ", " + role.word() + "]";
    }
}
