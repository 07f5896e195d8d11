package dev.demarc.platform.testing;

import dev.demarc.testsupport.TestBroker;
import dev.demarc.testsupport.TestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The one broker and the one store of this module's tests, started when first asked for. */
public final class Shared {

    private static @Nullable TestBroker broker;
    private static @Nullable TestStore store;

    private Shared() {}

    /** Where the broker answers. */
    public static synchronized String brokers() {
        if (broker == null) {
            broker = TestBroker.start();
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        }
        return broker.bootstrapServers();
    }

    /** The store's address with a database of the tests. */
    public static synchronized String mongoUri() {
        if (store == null) {
            store = TestStore.start();
            Runtime.getRuntime().addShutdownHook(new Thread(store::close));
        }
        return store.connectionString("platform");
    }

    /** A new directory below target. */
    public static Path directory(String name) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "it")), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
