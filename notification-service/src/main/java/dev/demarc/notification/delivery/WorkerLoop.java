package dev.demarc.notification.delivery;

import dev.demarc.notification.application.Dispatching;
import dev.demarc.notification.application.Purging;
import dev.demarc.notification.application.TellingSummaries;
import dev.demarc.platform.mongo.Await;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Sends what is due: at once when it is signalled, else every {@code poll}. A store that is away is waited for. */
public final class WorkerLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerLoop.class);
    private static final Duration PURGE_EVERY = Duration.ofHours(1);
    private static final long STOP_SECONDS = 5;

    private final Dispatching dispatching;
    private final TellingSummaries telling;
    private final Purging purging;
    private final Wakeup wakeup;
    private final Duration poll;
    private final Clock clock;
    private volatile boolean running;
    private @Nullable Thread thread;
    private Instant purgeAt = Instant.MIN;

    /** A loop that {@link #start} begins. */
    public WorkerLoop(Dispatching dispatching, TellingSummaries telling, Purging purging, Wakeup wakeup, Duration poll,
            Clock clock) {
        this.dispatching = dispatching;
        this.telling = telling;
        this.purging = purging;
        this.wakeup = wakeup;
        this.poll = poll;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name("deliveries").daemon().start(this::run);
    }

    /** Begins no more tries and gives those under way five seconds to end. */
    @Override
    public synchronized void stop() {
        running = false;
        wakeup.raise();
        Thread ending = thread;
        if (ending == null) {
            return;
        }
        try {
            ending.join(Duration.ofSeconds(STOP_SECONDS));
            if (!dispatching.finished(Duration.ofSeconds(STOP_SECONDS))) {
                LOG.warn(
                        "stopped in the middle of deliveries; they are sent again, under their ids, when their lease ends");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        String trouble = "";
        while (running) {
            try {
                round();
                trouble = "";
            } catch (RuntimeException e) {
                if (!trouble.equals(e.toString())) {
                    LOG.warn("deliveries wait: {}", e.toString());
                }
                trouble = e.toString();
            }
            wakeup.await(poll, trouble.isEmpty());
        }
    }

    private void round() {
        Await.none(telling.tell());
        Await.none(dispatching.dispatch());
        Instant now = clock.instant();
        if (!now.isBefore(purgeAt)) {
            long purged = Await.one(purging.purge());
            LOG.info("purged {} old documents", purged);
            purgeAt = now.plus(PURGE_EVERY);
        }
    }
}
