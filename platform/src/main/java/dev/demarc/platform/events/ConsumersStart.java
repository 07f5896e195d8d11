package dev.demarc.platform.events;

import dev.demarc.contracts.Topic;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts a service's consumers in the background, so that the context is up at once even without a broker: creates the
 * topics, waits for what must be there first (a compacted topic read to its end), then starts the functions. Declare it
 * as a bean.
 */
public final class ConsumersStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumersStart.class);

    private final Topics topics;
    private final Bindings bindings;
    private final List<Topic> needed;
    private final CompletableFuture<?> first;
    private final List<String> functions;
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private volatile @Nullable Thread thread;

    /**
     * What is to be started and what must be there first.
     *
     * @param needed the topics that the service reads or writes
     * @param first completes when the functions may start
     * @param functions names of the functions, each the name of its bean
     */
    public ConsumersStart(Topics topics, Bindings bindings, List<Topic> needed, CompletableFuture<?> first,
            List<String> functions) {
        this.topics = topics;
        this.bindings = bindings;
        this.needed = List.copyOf(needed);
        this.first = first;
        this.functions = List.copyOf(functions);
    }

    /** Completes when all functions consume; use it for readiness. */
    public CompletableFuture<Void> started() {
        return started.copy();
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("demarc-consumers-start").start(this::run);
    }

    private void run() {
        try {
            topics.create(needed.toArray(Topic[]::new));
            first.get();
            bindings.start(functions.toArray(String[]::new));
            started.complete(null);
        } catch (InterruptedException e) {
            started.completeExceptionally(e);
        } catch (ExecutionException | RuntimeException e) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.error("the consumers {} did not start", functions, e);
            }
            started.completeExceptionally(e);
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
