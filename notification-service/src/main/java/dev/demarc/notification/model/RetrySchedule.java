package dev.demarc.notification.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When to try again. Try {@code n} (from 1) that failed is followed by another after {@code delays[n]}, lengthened by up to {@link #JITTER}
 * of itself so that receivers are not hit in step; after as many tries as there are delays it is given up.
 */
public record RetrySchedule(List<Duration> delays) {

    /** What Standard Webhooks recommends: ten tries over three days. */
    public static final RetrySchedule STANDARD = new RetrySchedule(List.of(Duration.ZERO, Duration.ofSeconds(5),
            Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(5),
            Duration.ofHours(10), Duration.ofHours(14), Duration.ofHours(20), Duration.ofHours(24)));
    static final double JITTER = 0.2;
    private static final Duration LONGEST_ASKED = Duration.ofHours(24);

    /** Copies the delays; there must be at least one, the first try's. */
    public RetrySchedule {
        delays = List.copyOf(delays);
        if (delays.isEmpty()) {
            throw new IllegalArgumentException("a retry schedule needs at least one delay, the first try's");
        }
    }

    /** When the first try is due. */
    public Instant first(Instant now) {
        return now.plus(delays.getFirst());
    }

    /** When the next try is due, never before what the receiver asked for (24 hours at most); empty to give up. {@code random} is in [0, 1). */
    public Optional<Instant> next(int tries, Instant now, double random, @Nullable Duration asked) {
        if (tries >= delays.size()) {
            return Optional.empty();
        }
        Duration delay = delays.get(tries);
        Duration jittered = delay.plusMillis((long) (delay.toMillis() * JITTER * random));
        Duration atLeast = asked == null
                ? Duration.ZERO
                : asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
        return Optional.of(now.plus(jittered.compareTo(atLeast) < 0 ? atLeast : jittered));
    }
}
