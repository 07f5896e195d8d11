package dev.demarc.embedded;

import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;

import de.bwaldvogel.mongo.MongoServer;
import dev.demarc.embedded.store.StoreBackend;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A document store on the loopback address that talks the MongoDB wire protocol and keeps its data in one file. What it
 * acknowledged survives a killed process; a power cut may cost what the operating system had not yet written.
 */
public final class EmbeddedStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedStore.class);
    private static final String WHAT = "embedded store";
    private static final String FILE = "store.mv";
    private static final int WORKERS = 32;
    private static final int RETENTION_MILLIS = 2000;

    private final MongoServer server;
    private final DirectoryLock lock;
    private final Path directory;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedStore(MongoServer server, DirectoryLock lock, Path directory, int port) {
        this.server = server;
        this.lock = lock;
        this.directory = directory;
        this.port = port;
    }

    /** Starts on any free port; see {@link #start(Path, int)}. */
    public static EmbeddedStore start(Path directory) {
        return start(directory, 0);
    }

    /**
     * Starts with the file in the directory (made on the first start) and returns when clients are served.
     *
     * @param port
     *            0 for any free one
     * @throws EmbeddedStartException
     *             when the directory or the port is in use, or the file can't be read; it names them
     */
    public static EmbeddedStore start(Path directory, int port) {
        Ports.hold(port, directory, WHAT).close();
        DirectoryLock lock = DirectoryLock.acquire(directory, WHAT, port);
        try {
            StoreBackend backend = new StoreBackend(open(directory.resolve(FILE)), Clock.systemUTC());
            MongoServer server = new MongoServer(backend);
            server.bind(new InetSocketAddress(InetAddress.ofLiteral(Ports.HOST), port), 1, WORKERS);
            int bound = server.getLocalAddress().getPort();
            LOG.info("Store on {}:{}, data in {}", Ports.HOST, bound, directory);
            return new EmbeddedStore(server, lock, directory, bound);
        } catch (Exception e) {
            lock.close();
            if (e instanceof BindException) {
                throw Ports.taken(port, directory, WHAT, e);
            }
            throw new EmbeddedStartException("The " + WHAT + " with its data in " + directory.toAbsolutePath()
                    + " did not start on port " + port + ": " + e, e);
        }
    }

    private static MVStore open(Path file) {
        MVStore store = new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().autoCommitBufferSize(0)
                .autoCompactFillRate(80).cacheSize(cacheMegabytes()).open();
        store.setRetentionTime(RETENTION_MILLIS);
        store.setVersionsToKeep(0);
        return store;
    }

    private static int cacheMegabytes() {
        long quarter = Runtime.getRuntime().maxMemory() / 4 / (1024 * 1024);
        return Math.clamp(quarter, 16, 1024);
    }

    /** The address for any MongoDB driver, without a database name. */
    public String connectionString() {
        return connectionString("");
    }

    /** The address for any MongoDB driver, with the database to use. */
    public String connectionString(String database) {
        return "mongodb://" + Ports.HOST + ":" + port + "/" + database + "?directConnection=true&retryWrites=false";
    }

    /** Stops serving, finishes what runs, and closes the file; a second call does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                server.shutdownNow();
                LOG.info("Store on port {} stopped, data kept in {}", port, directory);
            } finally {
                lock.close();
            }
        }
    }
}
