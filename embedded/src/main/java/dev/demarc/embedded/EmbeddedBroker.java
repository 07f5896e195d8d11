package dev.demarc.embedded;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Kafka broker (KRaft, one node, broker and controller in one) on the loopback address. Topics are never created
 * by use. What it acknowledged survives a killed process; a power cut may cost what the operating system had not yet
 * written.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final String WHAT = "embedded broker";

    private final KafkaRaftServer server;
    private final DirectoryLock lock;
    private final Path directory;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(KafkaRaftServer server, DirectoryLock lock, Path directory, int port) {
        this.server = server;
        this.lock = lock;
        this.directory = directory;
        this.port = port;
    }

    /** Starts on any free port; see {@link #start(Path, int)}. */
    public static EmbeddedBroker start(Path directory) {
        return start(directory, 0);
    }

    /**
     * Starts with the data in the directory (formatted on the first start, used again later, also on another port) and
     * returns when clients are served.
     *
     * @param port
     *            0 for any free one
     * @throws EmbeddedStartException
     *             when the directory or the port is in use; it names both
     */
    public static EmbeddedBroker start(Path directory, int port) {
        DirectoryLock lock = DirectoryLock.acquire(directory, WHAT, port);
        try (HeldPort own = Ports.hold(port, directory, WHAT); HeldPort controller = Ports.hold(0, directory, WHAT)) {
            Path data = Files.createDirectories(directory.resolve("kafka"));
            format(data);
            KafkaRaftServer server = new KafkaRaftServer(
                    new KafkaConfig(BrokerSettings.of(data, own.port(), controller.port()), false), Time.SYSTEM);
            try {
                server.startup();
            } catch (RuntimeException e) {
                server.shutdown();
                server.awaitShutdown();
                throw e;
            }
            LOG.info("Broker on {}:{}, data in {}", Ports.HOST, own.port(), directory);
            return new EmbeddedBroker(server, lock, directory, own.port());
        } catch (EmbeddedStartException e) {
            lock.close();
            throw e;
        } catch (Exception e) {
            lock.close();
            throw new EmbeddedStartException("The " + WHAT + " with its data in " + directory.toAbsolutePath()
                    + " did not start on port " + port + ": " + e, e);
        }
    }

    private static void format(Path data) throws Exception {
        if (Files.exists(data.resolve("meta.properties"))) {
            return;
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        new Formatter().setPrintStream(new PrintStream(said, true, StandardCharsets.UTF_8))
                .setNodeId(BrokerSettings.NODE_ID).setClusterId(Uuid.randomUuid().toString())
                .addDirectory(data.toAbsolutePath().toString())
                .setMetadataLogDirectory(data.toAbsolutePath().toString())
                .setControllerListenerName("CONTROLLER").setIgnoreFormatted(true).run();
        LOG.debug("{}", said.toString(StandardCharsets.UTF_8));
    }

    /** Host and port as {@code bootstrap.servers} wants them. */
    public String bootstrapServers() {
        return Ports.HOST + ":" + port;
    }

    /** Stops in order, flushing every log; a second call does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                server.shutdown();
                server.awaitShutdown();
                LOG.info("Broker on {} stopped, data kept in {}", bootstrapServers(), directory);
            } finally {
                lock.close();
            }
        }
    }
}
