package dev.demarc.assessment.messaging;

import dev.demarc.assessment.application.RunWorker;
import dev.demarc.assessment.application.Sweeper;
import dev.demarc.assessment.application.TimeScanner;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Runs what has to happen without anybody asking; what fails is logged and tried again at its next turn. */
public final class Housekeeping implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final List<Task> tasks;
    private @Nullable ScheduledExecutorService executor;

    private record Task(String name, Duration every, Runnable work) {}

    /** Sweeps and works runs off every second, follows the time every ten, tidies up every hour. */
    public Housekeeping(Sweeper sweeper, RunWorker runs, TimeScanner time) {
        this.tasks = List.of(new Task("sweep", Duration.ofSeconds(1), sweeper::sweep),
                new Task("runs", Duration.ofSeconds(1), runs::work),
                new Task("due re-assessments", Duration.ofSeconds(10), time::askForDue),
                new Task("baselines", Duration.ofSeconds(10), time::endBaselines),
                new Task("tombstones", Duration.ofHours(1), time::forgetDeleted));
    }

    @Override
    public synchronized void start() {
        if (executor != null) {
            return;
        }
        ScheduledExecutorService started = Executors.newScheduledThreadPool(2,
                Thread.ofPlatform().daemon().name("demarc-housekeeping-", 0).factory());
        for (Task task : tasks) {
            var _ = started.scheduleWithFixedDelay(() -> run(task), task.every().toMillis(), task.every().toMillis(),
                    TimeUnit.MILLISECONDS);
        }
        executor = started;
    }

    private static void run(Task task) {
        try {
            task.work().run();
        } catch (RuntimeException e) {
            LOG.warn("{} failed and is tried again in {}: {}", task.name(), task.every(), e.toString());
        }
    }

    @Override
    public synchronized void stop() {
        if (executor != null) {
            executor.shutdownNow();
            executor = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }
}
