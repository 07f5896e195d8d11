package dev.demarc.notification.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A signing secret, encrypted; {@code validUntil} is absent for the current one and set for one that was rotated out. */
public record SealedSecret(String ciphertext, Instant createdAt, @Nullable Instant validUntil) {

    /** Whether messages sent now are still signed with it. */
    public boolean signsAt(Instant now) {
        return validUntil == null || now.isBefore(validUntil);
    }
}
