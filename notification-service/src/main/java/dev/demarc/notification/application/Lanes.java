package dev.demarc.notification.application;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One lane for each endpoint in this process, so that a dead endpoint takes nothing from the others. */
public final class Lanes {

    private static final int FAILURES_IN_A_ROW = 5;
    private static final Duration FIRST_REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(5);

    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final CircuitBreakerConfig config;
    private final int concurrency;

    /** At most {@code concurrency} deliveries to one endpoint at a time; after five failures in a row it rests 5 s, then longer, up to 5 minutes. */
    public Lanes(int concurrency, Clock clock) {
        this.concurrency = concurrency;
        this.config = CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(FAILURES_IN_A_ROW)
                .minimumNumberOfCalls(FAILURES_IN_A_ROW)
                .failureRateThreshold(100)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitIntervalFunctionInOpenState(IntervalFunction.ofExponentialBackoff(FIRST_REST, 2, LONGEST_REST))
                .writableStackTraceEnabled(false)
                .clock(clock)
                .build();
    }

    /** The endpoint's lane. */
    public Lane of(String endpoint) {
        return lanes.computeIfAbsent(endpoint, id -> new Lane(CircuitBreaker.of(id, config), concurrency));
    }

    /** Forgets the lanes of all other endpoints. */
    public void keep(Set<String> endpoints) {
        lanes.keySet().retainAll(endpoints);
    }
}
