package dev.demarc.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** One store for the tests that do not stop it. */
final class SharedStore {

    static final Path DIRECTORY = temporary();
    static final EmbeddedStore STORE = EmbeddedStore.start(DIRECTORY);
    static final StoreClient CLIENT = new StoreClient(STORE.connectionString());

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            CLIENT.close();
            STORE.close();
            delete(DIRECTORY);
        }));
    }

    private SharedStore() {}

    private static Path temporary() {
        try {
            return Files.createTempDirectory("demarc-store");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
