package dev.demarc.standalone.server;

/** The sentence in a chain of exceptions that says most to a person. */
final class Reason {

    private static final int DEEPEST = 20;

    private Reason() {}

    /** The message of the innermost cause. */
    static String of(Throwable thrown) {
        Throwable innermost = thrown;
        Throwable cause = thrown.getCause();
        for (int i = 0; i < DEEPEST && cause != null; i++) {
            innermost = cause;
            cause = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null || message.isBlank() ? innermost.toString() : message;
    }
}
