package dev.demarc.standalone.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** What has been started so far, and the order in which it is stopped: gateway, services, broker, store. */
final class Parts {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Map<Service, ConfigurableApplicationContext> contexts = new EnumMap<>(Service.class);
    private @Nullable AutoCloseable broker;
    private @Nullable AutoCloseable store;
    private boolean stopped;

    synchronized void broker(AutoCloseable started) {
        broker = keep("broker", started);
    }

    synchronized void store(AutoCloseable started) {
        store = keep("store", started);
    }

    synchronized void context(Service service, ConfigurableApplicationContext started) {
        contexts.put(service, started);
        keep(service.configName(), started);
    }

    synchronized ConfigurableApplicationContext context(Service service) {
        ConfigurableApplicationContext context = contexts.get(service);
        if (context == null) {
            throw new IllegalStateException(service + " has not been started");
        }
        return context;
    }

    /** Stops everything, each step for ten seconds at most; what comes up later is stopped at once. */
    void stop(Progress progress) {
        List<AutoCloseable> gateway = new ArrayList<>();
        List<AutoCloseable> services = new ArrayList<>();
        synchronized (this) {
            stopped = true;
            contexts.forEach((service, context) -> (service == Service.GATEWAY ? gateway : services).add(context));
        }
        step("gateway", gateway, progress);
        step("services", services, progress);
        step("broker", list(broker), progress);
        step("store", list(store), progress);
    }

    private <T extends AutoCloseable> T keep(String what, T started) {
        if (stopped) {
            close(what, started);
        }
        return started;
    }

    private static List<AutoCloseable> list(@Nullable AutoCloseable one) {
        return one == null ? List.of() : List.of(one);
    }

    private static void step(String what, Collection<AutoCloseable> parts, Progress progress) {
        if (parts.isEmpty()) {
            return;
        }
        List<Thread> threads = parts.stream()
                .map(part -> Thread.ofPlatform().daemon().name("demarc-stop-" + what).start(() -> close(what, part)))
                .toList();
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try {
            for (Thread thread : threads) {
                if (!thread.join(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))) {
                    LOG.warn("{} did not stop within {} s", what, LIMIT.toSeconds());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        progress.done(what + " stopped");
    }

    private static void close(String what, AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("{} did not stop cleanly", what, e);
        }
    }
}
