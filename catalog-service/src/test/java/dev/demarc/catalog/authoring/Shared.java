package dev.demarc.catalog.authoring;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real data that lies beside the repository on machines that have it. */
final class Shared {

    private static final Path DIRECTORY = Path.of(System.getProperty("demarc.shared", "../../shared"));

    private Shared() {}

    /** A file or folder of it; the test is skipped, with the reason, where it is absent. */
    static Path path(String name) {
        Path path = DIRECTORY.resolve(name);
        Assumptions.assumeTrue(Files.exists(path), () -> "skipped: there is no " + path.toAbsolutePath().normalize());
        return path;
    }
}
