package dev.demarc.standalone.server;

import dev.demarc.embedded.HeldPort;
import dev.demarc.standalone.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where everything of one start listens: all ports chosen together, so that they differ, and held until the last part
 * listens, which takes seconds in which somebody else could be given one of them.
 */
final class ServerPorts implements AutoCloseable {

    static final String LOOPBACK = "127.0.0.1";

    private final Map<Service, HeldPort> services = new EnumMap<>(Service.class);
    private final HeldPort broker;
    private final HeldPort store;

    private ServerPorts(HeldPort gateway) {
        services.put(Service.GATEWAY, gateway);
        for (Service service : Service.values()) {
            services.computeIfAbsent(service, other -> free());
        }
        broker = free();
        store = free();
    }

    /**
     * The gateway's port (0 for a free one) of the address that it listens on, and free ones of 127.0.0.1 for the rest.
     *
     * @throws Failure
     *             where the gateway's is taken; it says how to choose another
     */
    static ServerPorts hold(InetAddress bind, int port) {
        try {
            return new ServerPorts(HeldPort.on(bind, port));
        } catch (IOException e) {
            throw new Failure("Port " + port + " of " + bind.getHostAddress() + " can't be used (" + e.getMessage()
                    + "). Stop what listens there, or choose another port with DEMARC_PORT or --port.", e);
        }
    }

    int of(Service service) {
        HeldPort port = services.get(service);
        if (port == null) {
            throw new IllegalStateException(service + " has no port");
        }
        return port.port();
    }

    int broker() {
        return broker.port();
    }

    int store() {
        return store.port();
    }

    /** Holds none of them any longer; a second call does nothing. */
    @Override
    public void close() {
        services.values().forEach(HeldPort::close);
        broker.close();
        store.close();
    }

    private static HeldPort free() {
        try {
            return HeldPort.on(InetAddress.ofLiteral(LOOPBACK), 0);
        } catch (IOException e) {
            throw new Failure("There is no free port on " + LOOPBACK + ": " + e.getMessage(), e);
        }
    }
}
