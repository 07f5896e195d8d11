package dev.demarc.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** Serves the broker in the directory that is its argument, until killed or left alone. */
final class BrokerProcess {

    private BrokerProcess() {}

    public static void main(String[] arguments) throws IOException {
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]));
        System.out.println("serving " + broker.bootstrapServers());
        if (System.in.read() < 0) {
            Runtime.getRuntime().halt(1);
        }
    }
}
