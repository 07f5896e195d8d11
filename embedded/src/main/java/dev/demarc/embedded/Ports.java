package dev.demarc.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;

/** TCP ports of the loopback address for broker and store, and what is said of one that is taken. */
final class Ports {

    static final String HOST = "127.0.0.1";

    private Ports() {}

    static HeldPort hold(int port, Path directory, String what) {
        if (port < 0 || port > 65_535) {
            throw new EmbeddedStartException("The " + what + "'s port is " + port + ", expected 0 (any) to 65535",
                    null);
        }
        try {
            return HeldPort.on(InetAddress.ofLiteral(HOST), port);
        } catch (IOException e) {
            throw taken(port, directory, what, e);
        }
    }

    static EmbeddedStartException taken(int port, Path directory, String what, Exception cause) {
        return new EmbeddedStartException("The " + what + " with its data in " + directory.toAbsolutePath()
                + " can't listen on " + HOST + ":" + port + ": " + cause.getMessage()
                + ". Free that port, or choose another one.", cause);
    }
}
