package dev.demarc.platform.runtime;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/** Waits for what is away: tries again after 100 ms, doubling up to 10 s, for ever; other failures end it at once. */
public final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Patience() {}

    /** The pauses between tries: without an end, none longer than 10 s. */
    public static ExponentialBackOff backOff() {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST.toMillis(), 2.0);
        backOff.setMaxInterval(LONGEST.toMillis());
        return backOff;
    }

    /** The result of the first try that finds everything there; blocks, and an interrupt ends it with {@link Unavailable}. */
    public static <T extends @Nullable Object> T until(String what, Supplier<T> work) {
        BackOffExecution pauses = backOff().start();
        while (true) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (!Unavailable.is(e) || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                LOG.warn("{}: still waiting: {}", what, e.getMessage());
            }
            pause(what, pauses.nextBackOff());
        }
    }

    private static void pause(String what, long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable(what + " was interrupted", e);
        }
    }
}
