package dev.demarc.systemtests.support;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Sends requests one after the other and stops at the first that is not answered 202. */
public final class Writer {

    private final AtomicInteger answered = new AtomicInteger();
    private final Thread thread;
    private volatile @Nullable String stoppedBy;

    private Writer(Api api, List<String> requests) {
        thread = Thread.ofPlatform().name("writer").start(() -> requests.stream().takeWhile(body -> sent(api, body))
                .forEach(body -> answered.incrementAndGet()));
    }

    /** Begins at once. */
    public static Writer start(Api api, List<String> requests) {
        return new Writer(api, requests);
    }

    private boolean sent(Api api, String body) {
        try {
            Answer answer = api.tryPost("/api/ingest/aws", body);
            if (answer.status() == 202) {
                return true;
            }
            stoppedBy = answer.toString();
        } catch (IOException | RuntimeException | AssertionError e) {
            stoppedBy = e.toString();
        }
        return false;
    }

    /** How many requests, from the first on, were answered 202 so far. */
    public int answered() {
        return answered.get();
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
