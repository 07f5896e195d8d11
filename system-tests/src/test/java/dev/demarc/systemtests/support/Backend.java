package dev.demarc.systemtests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A broker or a store in a process of its own, that comes back on the same port with the same data. */
public final class Backend implements AutoCloseable {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    /** Below those that systems give to clients: one that tries to connect while nobody listens may meet itself else. */
    private static final int FIRST_PORT = 20_000;
    private static final int LAST_PORT = 30_000;
    private static final Duration CONNECT = Duration.ofSeconds(1);

    private final String kind;
    private final Path directory;
    private final int port = freePort();
    private @Nullable Process process;

    private Backend(String kind, String name) {
        this.kind = kind;
        directory = DataDirectory.fresh(name + "-" + kind);
    }

    /** A Kafka broker without data, started. */
    public static Backend broker(String name) {
        return new Backend("broker", name).start();
    }

    /** A MongoDB-wire store without data, started. */
    public static Backend store(String name) {
        return new Backend("store", name).start();
    }

    /** Host and port. */
    public String address() {
        return LOOPBACK.getHostAddress() + ":" + port;
    }

    @Override
    public String toString() {
        return kind;
    }

    /** {@code kill -9}, and the same again when it has been away for so long. */
    public void awayFor(Duration outage) {
        close();
        Awaitility.await().pollDelay(outage).atMost(outage.plus(Patience.CHANGE)).until(() -> true);
        start();
    }

    /** Returns when it listens. */
    private Backend start() {
        try {
            Files.createDirectories(directory);
            Path log = directory.resolve("process.log");
            Process started = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                    "-Dlogback.configurationFile=" + resource("/logback-test.xml"), "-cp",
                    Product.HOME.resolve("standalone/target/demarc/lib").resolve("*").toString(),
                    resource("/backend/Serve.java").toString(), kind, directory.toString(), Integer.toString(port))
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
            Processes.add(started.toHandle());
            process = started;
            Patience.eventually().alias("the " + kind + " listens, see " + log)
                    .failFast("the " + kind + " ended, see " + log, () -> !started.isAlive()).until(this::listens);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(LOOPBACK, port), Math.toIntExact(CONNECT.toMillis()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** {@code kill -9}; its data stays. */
    @Override
    public void close() {
        if (process != null) {
            Processes.end(process.toHandle());
            process = null;
        }
    }

    private static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(Backend.class.getResource(name), name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        Random random = new Random();
        for (int tries = 0; tries < 100; tries++) {
            int port = random.nextInt(FIRST_PORT, LAST_PORT);
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(LOOPBACK, port));
                return port;
            } catch (IOException e) {
                // taken: the next one
            }
        }
        throw new AssertionError("no free port from " + FIRST_PORT + " to " + LAST_PORT);
    }
}
