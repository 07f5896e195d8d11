package dev.demarc.notification.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** An endpoint's signing secrets, the current one first; at most {@value #MOST} sign at the same time. */
public record SigningSecrets(List<SealedSecret> secrets) {

    static final int MOST = 3;

    /** Copies the list. */
    public SigningSecrets {
        secrets = List.copyOf(secrets);
    }

    /** The secrets of a new endpoint. */
    public static SigningSecrets first(String ciphertext, Instant now) {
        return new SigningSecrets(List.of(new SealedSecret(ciphertext, now, null)));
    }

    /** Those that sign now, the current one first. */
    public List<SealedSecret> signingAt(Instant now) {
        return secrets.stream().filter(secret -> secret.signsAt(now)).toList();
    }

    /** A new current secret; the one before signs beside it for {@code overlap}, so that receivers can change over. */
    public SigningSecrets rotated(String ciphertext, Instant now, Duration overlap) {
        Instant until = now.plus(overlap);
        Stream<SealedSecret> older = signingAt(now).stream()
                .map(secret -> secret.validUntil() == null
                        ? new SealedSecret(secret.ciphertext(), secret.createdAt(), until)
                        : secret);
        return new SigningSecrets(
                Stream.concat(Stream.of(new SealedSecret(ciphertext, now, null)), older).limit(MOST).toList());
    }
}
