package dev.demarc.catalog.publishing;

import dev.demarc.platform.runtime.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one thread of all processes on a store publish at a time, since two drafts that each are right alone may claim one
 * resource type. Whoever dies in his turn holds the others up for half a minute; whoever takes too long writes nothing.
 */
final class Turn {

    private static final Duration LEASE = Duration.ofSeconds(30);
    /** What is left of the lease must be enough for one write, and for clocks that differ. */
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final ServiceModelStore store;
    private final Clock clock;
    private final String holder = UUID.randomUUID().toString();
    private final ReentrantLock here = new ReentrantLock();
    private Instant taken = Instant.MIN;

    Turn(ServiceModelStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Does the work when it is its turn; throws {@link Unavailable} where others take too long. */
    <T> T take(Supplier<T> work) {
        here.lock();
        try {
            await();
            try {
                return work.get();
            } finally {
                store.endTurn(holder);
            }
        } finally {
            here.unlock();
        }
    }

    /** Throws {@link Unavailable} where the turn has taken so long that another process may soon have it. */
    void check() {
        if (taken.plus(LONGEST).isBefore(clock.instant())) {
            throw new Unavailable("publishing took longer than " + LONGEST.toSeconds() + " s", null);
        }
    }

    private void await() {
        Instant end = clock.instant().plus(PATIENCE);
        for (taken = clock.instant(); !store.takeTurn(holder, taken, taken.plus(LEASE)); taken = clock.instant()) {
            if (taken.isAfter(end)) {
                throw new Unavailable("another process is publishing", null);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while another process was publishing", e);
        }
    }
}
