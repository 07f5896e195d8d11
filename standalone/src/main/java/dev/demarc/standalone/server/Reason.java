package dev.demarc.standalone.server;

/** The sentence in a chain of exceptions that says most to a person. */
final class Reason {

    private static final int DEEPEST = 20;

    private Reason() {}

    /** The message of the innermost cause. */
    static String of(Throwable thrown) {
        Throwable innermost = thrown;
        for (int i = 0; i < DEEPEST && innermost.getCause() instanceof Throwable cause; i++) {
            innermost = cause;
        }
        String message = innermost.getMessage();
        return message == null || message.isBlank() ? innermost.toString() : message;
    }
}
