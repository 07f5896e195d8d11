package dev.demarc.embedded;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Serves the broker in the directory that is its argument, until killed. */
final class BrokerProcess {

    private BrokerProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]));
        System.out.println("serving " + broker.bootstrapServers());
        new CountDownLatch(1).await();
    }
}
