package dev.demarc.standalone.server;

import dev.demarc.standalone.Failure;
import dev.demarc.standalone.installation.DataDirectory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to start, and where.
 *
 * @param bind where the gateway listens; everything else listens on 127.0.0.1
 * @param port the gateway's; 0 for any free one
 * @param brokers host:port of another Kafka; null for the embedded broker
 * @param mongodbUri another MongoDB; null for the embedded store
 * @param overrides settings by their environment variables, before those of the environment
 */
public record ServerSettings(DataDirectory directory, InetAddress bind, int port, @Nullable String brokers,
        @Nullable String mongodbUri, Map<String, String> overrides) {

    private static final String PORT = "DEMARC_PORT";
    private static final int DEFAULT_PORT = 8080;

    /** Keeps its own copy. */
    public ServerSettings {
        overrides = Map.copyOf(overrides);
    }

    /** By the environment; a port that was given otherwise goes before {@code DEMARC_PORT}. */
    public static ServerSettings of(Map<String, String> environment, DataDirectory directory, @Nullable Integer port) {
        return new ServerSettings(directory, bind(environment.getOrDefault("DEMARC_BIND_ADDRESS", "127.0.0.1")),
                port == null ? port(environment) : checked(port, "--port", port.toString()),
                set(environment, "DEMARC_KAFKA_BROKERS"), set(environment, "DEMARC_MONGODB_URI"), Map.of());
    }

    /** The same with a broker and a store of its own, whatever the environment says, and with these settings. */
    public ServerSettings embeddedWith(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(overrides);
        all.putAll(more);
        return new ServerSettings(directory, bind, port, null, null, all);
    }

    private static @Nullable String set(Map<String, String> environment, String name) {
        String value = environment.getOrDefault(name, "");
        return value.isBlank() ? null : value;
    }

    private static int port(Map<String, String> environment) {
        String value = environment.getOrDefault(PORT, "");
        if (value.isBlank()) {
            return DEFAULT_PORT;
        }
        try {
            return checked(Integer.parseInt(value.strip()), PORT, value);
        } catch (NumberFormatException e) {
            throw wrongPort(PORT, value, e);
        }
    }

    private static int checked(int port, String name, String value) {
        if (port < 0 || port > 65_535) {
            throw wrongPort(name, value, null);
        }
        return port;
    }

    private static Failure wrongPort(String name, String value, @Nullable Throwable cause) {
        return new Failure(name + " is '" + value + "'; expected a port from 0 (any free one) to 65535.", cause);
    }

    private static InetAddress bind(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new Failure("DEMARC_BIND_ADDRESS is '" + address + "'; expected an address of this machine, such as "
                    + "127.0.0.1 or 0.0.0.0.", e);
        }
    }
}
