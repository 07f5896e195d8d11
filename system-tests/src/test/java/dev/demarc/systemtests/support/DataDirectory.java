package dev.demarc.systemtests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where what the tests start keeps its data, for whoever looks why a test failed. */
final class DataDirectory {

    private static final Path ALL = Product.HOME.resolve("system-tests/target/data");

    private DataDirectory() {}

    /** {@code target/data/<name>}, without what an earlier run left there; it is not made. */
    static Path fresh(String name) {
        Path directory = ALL.resolve(name);
        if (!Files.exists(directory)) {
            return directory;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return directory;
    }
}
