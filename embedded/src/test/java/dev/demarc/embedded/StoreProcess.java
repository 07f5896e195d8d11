package dev.demarc.embedded;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Serves the store in the directory that is its argument, until killed. */
final class StoreProcess {

    private StoreProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedStore store = EmbeddedStore.start(Path.of(arguments[0]));
        System.out.println("serving " + store.connectionString());
        new CountDownLatch(1).await();
    }
}
