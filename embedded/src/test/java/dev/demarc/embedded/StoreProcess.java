package dev.demarc.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** Serves the store in the directory that is its argument, until killed or left alone. */
final class StoreProcess {

    private StoreProcess() {}

    public static void main(String[] arguments) throws IOException {
        EmbeddedStore store = EmbeddedStore.start(Path.of(arguments[0]));
        System.out.println("serving " + store.connectionString());
        if (System.in.read() < 0) {
            Runtime.getRuntime().halt(1);
        }
    }
}
