package dev.demarc.systemtests.support;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Sends requests one after the other. */
public final class Writer {

    private static final Duration REPEAT = Duration.ofMillis(250);

    private final Api api;
    private final boolean patient;
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final Thread thread;
    private volatile @Nullable String stoppedBy;

    private Writer(Api api, List<String> requests, Duration pause, boolean patient) {
        this.api = api;
        this.patient = patient;
        thread = Thread.ofPlatform().name("writer").start(() -> requests.stream().takeWhile(this::sent)
                .forEach(body -> {
                    answered.incrementAndGet();
                    LockSupport.parkNanos(pause.toNanos());
                }));
    }

    /** Begins at once, and stops at the first request that is not answered 202. */
    public static Writer start(Api api, List<String> requests) {
        return new Writer(api, requests, Duration.ZERO, false);
    }

    /**
     * Begins at once, with this pause after each request, and repeats one that is not answered, or by a 503 that says
     * when to try again, until the answer is 202; any other answer stops it.
     */
    public static Writer patient(Api api, List<String> requests, Duration pause) {
        return new Writer(api, requests, pause, true);
    }

    private boolean sent(String body) {
        while (!taken(body)) {
            if (stoppedBy != null) {
                return false;
            }
            repeated.incrementAndGet();
            LockSupport.parkNanos(REPEAT.toNanos());
        }
        return true;
    }

    private boolean taken(String body) {
        try {
            Answer answer = api.tryPost("/api/ingest/aws", body);
            boolean away = answer.status() == 503 && answer.headers().firstValueAsLong("Retry-After").orElse(0) > 0;
            if (answer.status() != 202 && !(patient && away)) {
                stoppedBy = answer.toString();
            }
            return answer.status() == 202;
        } catch (IOException e) {
            stoppedBy = patient ? null : e.toString();
        } catch (RuntimeException | AssertionError e) {
            stoppedBy = e.toString();
        }
        return false;
    }

    /** How many requests, from the first on, were answered 202 so far. */
    public int answered() {
        return answered.get();
    }

    /** How many answers other than 202 were followed by another try so far. */
    public int repeated() {
        return repeated.get();
    }

    /** Waits until it has stopped or is done; gives how many requests were answered 202. */
    public int join() throws InterruptedException {
        thread.join();
        return answered.get();
    }

    /** What ended it; null where all was sent. */
    public @Nullable String stoppedBy() {
        return stoppedBy;
    }
}
