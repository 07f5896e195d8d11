package dev.demarc.notification.application;

import dev.demarc.notification.model.SendResult;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many deliveries an endpoint may get at a time, and whether it rests after failures. */
public final class Lane {

    private static final Duration LONGEST_ASKED = Duration.ofHours(24);

    private final CircuitBreaker circuit;
    private final Semaphore places;

    Lane(CircuitBreaker circuit, int concurrency) {
        this.circuit = circuit;
        this.places = new Semaphore(concurrency);
    }

    /** How many could be begun now. */
    public int free() {
        if (places.availablePermits() == 0 || !circuit.tryAcquirePermission()) {
            return 0;
        }
        circuit.releasePermission();
        return circuit.getState() == CircuitBreaker.State.CLOSED ? places.availablePermits() : 1;
    }

    /** Takes a place; false where there is none or the endpoint rests. */
    public boolean enter() {
        if (!places.tryAcquire()) {
            return false;
        }
        if (!circuit.tryAcquirePermission()) {
            places.release();
            return false;
        }
        return true;
    }

    /** Gives the place back without having tried. */
    public void leave() {
        circuit.releasePermission();
        places.release();
    }

    /** Gives the place back after a try; a receiver that asked for time gets it. */
    public void leave(SendResult result) {
        if (result.accepted()) {
            circuit.onSuccess(0, TimeUnit.NANOSECONDS);
        } else {
            circuit.onError(0, TimeUnit.NANOSECONDS, new NotAccepted());
            Duration asked = result.askedToWait();
            if (asked != null && asked.isPositive()) {
                circuit.transitionToOpenStateFor(asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked);
            }
        }
        places.release();
    }

    private static final class NotAccepted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotAccepted() {
            super("not accepted", null, false, false);
        }
    }
}
