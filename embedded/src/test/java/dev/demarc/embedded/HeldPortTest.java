package dev.demarc.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class HeldPortTest {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral(Ports.HOST);

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux lets a port be held for a server")
    void nobodyElseIsGivenAHeldPort() throws IOException {
        try (HeldPort held = HeldPort.on(LOOPBACK, 0); SocketChannel other = SocketChannel.open()) {
            other.setOption(StandardSocketOptions.SO_REUSEADDR, false);

            assertThatThrownBy(() -> other.bind(new InetSocketAddress(LOOPBACK, held.port())))
                    .isInstanceOf(BindException.class);
        }
    }

    @Test
    void theServerThatItIsHeldForListensThereBeforeAndAfterItIsLetGo() throws IOException {
        try (HeldPort held = HeldPort.on(LOOPBACK, 0);
                ServerSocket server = new ServerSocket(held.port(), 5, LOOPBACK)) {
            assertThat(answers(server)).isTrue();
            held.close();
            assertThat(answers(server)).isTrue();
        }
    }

    @Test
    void aPortWhereSomebodyListensIsRefused() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 5, LOOPBACK)) {
            assertThatThrownBy(() -> HeldPort.on(LOOPBACK, server.getLocalPort())).isInstanceOf(BindException.class);
        }
    }

    private static boolean answers(ServerSocket server) throws IOException {
        try (Socket client = new Socket(LOOPBACK, server.getLocalPort()); Socket accepted = server.accept()) {
            accepted.getOutputStream().write(1);
            return client.getInputStream().read() == 1;
        }
    }
}
