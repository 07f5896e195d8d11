package dev.demarc.embedded;

import org.jspecify.annotations.Nullable;

/** The broker or the store could not start; the message names the directory or port in the way and what to do. */
public final class EmbeddedStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddedStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
