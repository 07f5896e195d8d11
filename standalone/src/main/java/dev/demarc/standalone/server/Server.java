package dev.demarc.standalone.server;

import dev.demarc.embedded.EmbeddedBroker;
import dev.demarc.embedded.EmbeddedStore;
import dev.demarc.standalone.Failure;
import dev.demarc.standalone.Version;
import dev.demarc.standalone.installation.DataDirectory;
import dev.demarc.standalone.installation.InstallationLock;
import dev.demarc.standalone.installation.Status;
import dev.demarc.standalone.installation.StatusFile;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Broker, store and the four services, all started at once. */
public final class Server implements AutoCloseable {

    private final ServerSettings settings;
    private final InstallationLock lock;
    private final ServerPorts ports;
    private final Progress progress;
    private final Parts parts = new Parts();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final URI url;
    private final boolean firstRun;

    private Server(ServerSettings settings, InstallationLock lock, ServerPorts ports, Progress progress) {
        this.settings = settings;
        this.lock = lock;
        this.ports = ports;
        this.progress = progress;
        InetAddress bind = settings.bind();
        url = URI.create("http://" + (bind.isAnyLocalAddress() ? ServerPorts.LOOPBACK : host(bind)) + ":"
                + ports.of(Service.GATEWAY));
        firstRun = !Files.exists(settings.directory().adminKey());
    }

    /**
     * Takes the directory and the ports, but starts nothing. The caller registers {@link #close()} as the one
     * shutdown hook and then calls {@link #start}.
     *
     * @throws Failure
     *             where the port or the directory is taken
     */
    public static Server prepare(ServerSettings settings, Progress progress) {
        settings.directory().create();
        InstallationLock lock = InstallationLock.acquire(settings.directory());
        try {
            return new Server(settings, lock, ServerPorts.hold(settings.bind(), settings.port()), progress);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Starts everything and returns when it works; a part that does not start is a {@link Failure}, after which only
     * {@link #close()} may be called.
     */
    public void start(Clock clock) throws InterruptedException {
        Status status = Status.starting(url, settings.directory(), Version.text(), clock.instant());
        StatusFile.write(settings.directory(), status);
        String brokers = startAll();
        new Readiness(parts, url, progress).await();
        StatusFile.write(settings.directory(), status.withBrokers(brokers).nowReady());
    }

    /** The gateway's address. */
    public URI url() {
        return url;
    }

    /** Where the data is. */
    public DataDirectory directory() {
        return settings.directory();
    }

    /** Whether the admin key was made by this start. */
    public boolean firstRun() {
        return firstRun;
    }

    /** Stops gateway, services, broker and store in this order, in bounded time; a second call does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            parts.stop(progress);
            StatusFile.delete(settings.directory());
            ports.close();
            lock.close();
        }
    }

    /** Returns where the broker is. */
    private String startAll() throws InterruptedException {
        String brokers = or(settings.brokers(), ServerPorts.LOOPBACK + ":" + ports.broker());
        Contexts contexts = new Contexts(settings, backends(brokers), ports, Secrets.in(settings.directory()));
        Map<String, Runnable> work = new HashMap<>();
        DataDirectory directory = settings.directory();
        if (settings.mongodbUri() == null) {
            work.put("store", () -> parts.store(EmbeddedStore.start(directory.store(), ports.store())));
        }
        if (settings.brokers() == null) {
            work.put("broker", () -> parts.broker(EmbeddedBroker.start(directory.broker(), ports.broker())));
        }
        for (Service service : Service.values()) {
            work.put(service.configName(), () -> parts.context(service, contexts.start(service)));
        }
        runAll(work);
        ports.close();
        return brokers;
    }

    private Map<String, String> backends(String brokers) {
        return Map.of("DEMARC_KAFKA_BROKERS", brokers,
                "DEMARC_MONGODB_URI", or(settings.mongodbUri(), "mongodb://" + ServerPorts.LOOPBACK + ":"
                        + ports.store() + "/demarc?directConnection=true&retryWrites=false"));
    }

    private static String or(@Nullable String given, String own) {
        return given == null ? own : given;
    }

    /** All at the same time; the first failure ends the others. */
    private void runAll(Map<String, Runnable> work) throws InterruptedException {
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("demarc-start-", 0).factory());
        try {
            ExecutorCompletionService<String> finished = new ExecutorCompletionService<>(threads);
            List<String> names = new ArrayList<>(work.keySet());
            work.forEach((name, start) -> finished.submit(() -> started(name, start), name));
            for (int i = 0; i < names.size(); i++) {
                progress.done(finished.take().get());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Failure failure ? failure : new Failure(String.valueOf(e.getCause()), e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void started(String name, Runnable start) {
        try {
            start.run();
        } catch (RuntimeException e) {
            throw new Failure("The " + name + " did not start: " + Reason.of(e), e);
        }
    }

    private static String host(InetAddress address) {
        String text = address.getHostAddress();
        return text.contains(":") ? "[" + text + "]" : text;
    }
}
