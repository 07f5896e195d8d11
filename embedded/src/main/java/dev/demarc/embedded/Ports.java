package dev.demarc.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/** Free and taken TCP ports on the loopback address. */
final class Ports {

    static final String HOST = "127.0.0.1";

    private Ports() {}

    static int freeBut(int taken, Path directory, String what) {
        int port;
        do {
            port = check(0, directory, what);
        } while (port == taken);
        return port;
    }

    static int check(int port, Path directory, String what) {
        if (port < 0 || port > 65_535) {
            throw new EmbeddedStartException("The " + what + "'s port is " + port + ", expected 0 (any) to 65535",
                    null);
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral(HOST), port));
            return socket.getLocalPort();
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
