package dev.demarc.notification.delivery;

import dev.demarc.notification.application.Signal;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the loop; any number of signals wake it once. */
public final class Wakeup implements Signal {

    private final Semaphore signals = new Semaphore(0);

    @Override
    public void raise() {
        if (signals.availablePermits() == 0) {
            signals.release();
        }
    }

    /** Returns when {@code longest} is over or, if {@code early}, when there was a signal since the last call. */
    void await(Duration longest, boolean early) {
        try {
            if (early && signals.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                signals.drainPermits();
            } else if (!early) {
                TimeUnit.MILLISECONDS.sleep(longest.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
