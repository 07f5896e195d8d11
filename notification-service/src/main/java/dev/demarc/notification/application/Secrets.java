package dev.demarc.notification.application;

/** Makes signing secrets and keeps them unreadable at rest. */
public interface Secrets {

    /** A new random secret in the form {@code whsec_…}. */
    String generate();

    /** Encrypts. */
    String seal(String secret);

    /** Decrypts; throws {@link IllegalStateException} for what was sealed with another key. */
    String open(String sealed);
}
