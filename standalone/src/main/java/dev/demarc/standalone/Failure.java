package dev.demarc.standalone;

import org.jspecify.annotations.Nullable;

/** Something that the user can understand and act on; shown as its message alone, without a stack. */
public class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** One clear sentence. */
    public Failure(String message) {
        this(message, null);
    }

    /** One clear sentence, and for the log what was behind it. */
    public Failure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
