package dev.demarc.testsupport;

import dev.demarc.embedded.EmbeddedBroker;
import dev.demarc.embedded.EmbeddedStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the tests' broker and store come from. */
enum Backends {

    EMBEDDED {
        @Override
        TestBroker broker() {
            EmbeddedBroker broker = EmbeddedBroker.start(directory("broker"));
            return new TestBroker(broker.bootstrapServers(), broker::close);
        }

        @Override
        TestStore store() {
            EmbeddedStore store = EmbeddedStore.start(directory("store"));
            return new TestStore(store::connectionString, store::close);
        }
    },

    CONTAINERS {
        @Override
        TestBroker broker() {
            return Containers.broker();
        }

        @Override
        TestStore store() {
            return Containers.store();
        }
    };

    /** The system property that chooses; without it, {@link #EMBEDDED}. */
    static final String PROPERTY = "demarc.test.backends";

    abstract TestBroker broker();

    abstract TestStore store();

    static Backends chosen() {
        return named(System.getProperty(PROPERTY, "embedded"));
    }

    static Backends named(String name) {
        return switch (name) {
            case "embedded" -> EMBEDDED;
            case "containers" -> CONTAINERS;
            default -> throw new IllegalArgumentException(
                    PROPERTY + " is '" + name + "', expected embedded or containers");
        };
    }

    private static Path directory(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "it")), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
