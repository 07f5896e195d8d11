package dev.demarc.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A TCP port that was free and that, until this is closed, no other socket is given by chance, though the server that
 * it is meant for can listen there at any time.
 *
 * <p>A socket is bound to the port and never listens: Linux then lets a server listen there that reuses addresses, as
 * Java's and Netty's do, and hands the port to nobody who asks for any free one. Where a system does not allow both at
 * once (BSD, macOS) the port is only looked at, not held.
 */
public final class HeldPort implements AutoCloseable {

    private final int port;
    private final @Nullable SocketChannel holder;

    private HeldPort(int port, @Nullable SocketChannel holder) {
        this.port = port;
        this.holder = holder;
    }

    /**
     * Holds this port of the address.
     *
     * @param port
     *            0 for any free one
     * @throws IOException
     *             where somebody listens there, or the address or the port can't be used
     */
    public static HeldPort on(InetAddress address, int port) throws IOException {
        SocketChannel holder = bound(new InetSocketAddress(address, port));
        try {
            InetSocketAddress held = (InetSocketAddress) holder.getLocalAddress();
            if (leavesRoom(new InetSocketAddress(address, held.getPort()))) {
                return new HeldPort(held.getPort(), holder);
            }
            holder.close();
            return new HeldPort(held.getPort(), null);
        } catch (IOException | RuntimeException e) {
            holder.close();
            throw e;
        }
    }

    /** Its number, 1 to 65535. */
    public int port() {
        return port;
    }

    /** Holds it no longer; a server that listens there goes on. */
    @Override
    public void close() {
        if (holder != null) {
            try {
                holder.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static boolean leavesRoom(InetSocketAddress address) {
        try (SocketChannel ignored = bound(address)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static SocketChannel bound(InetSocketAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            return channel.setOption(StandardSocketOptions.SO_REUSEADDR, true).bind(address);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
