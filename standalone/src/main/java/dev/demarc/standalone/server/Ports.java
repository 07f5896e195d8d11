package dev.demarc.standalone.server;

import dev.demarc.standalone.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** TCP ports of this machine. */
final class Ports {

    static final String LOOPBACK = "127.0.0.1";

    private Ports() {}

    /** So many free ones of the loopback address, all different. */
    static List<Integer> free(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.ofLiteral(LOOPBACK)));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new Failure("There is no free port on " + LOOPBACK + ": " + e.getMessage(), e);
        } finally {
            sockets.forEach(Ports::close);
        }
    }

    /** The port, or a free one for 0; a taken one is a failure that says how to choose another. */
    static int check(InetAddress bind, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(bind, port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new Failure("Port " + port + " of " + bind.getHostAddress() + " can't be used (" + e.getMessage()
                    + "). Stop what listens there, or choose another port with DEMARC_PORT or --port.", e);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
