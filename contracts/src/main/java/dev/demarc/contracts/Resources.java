package dev.demarc.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files that lie beside the classes. */
final class Resources {

    private Resources() {}

    /** Whether there is a file of this name, relative to this package. */
    static boolean exists(String name) {
        return Resources.class.getResource(name) != null;
    }

    /** The file's bytes; one that is not there is a broken build, {@link IllegalStateException}. */
    static byte[] bytes(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("contracts lacks " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
