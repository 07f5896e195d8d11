package dev.demarc.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version that the build wrote into {@code version.properties}. */
public final class Version {

    private Version() {}

    /** Like 0.1.0. */
    public static String text() {
        try (InputStream in = Objects.requireNonNull(Version.class.getResourceAsStream("version.properties"),
                "version.properties is missing in the jar")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
