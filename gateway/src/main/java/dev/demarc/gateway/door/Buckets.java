package dev.demarc.gateway.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.demarc.gateway.GatewayProperties.Rate;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** One token bucket for each name, in memory; those not used for ten minutes are full again anyway and forgotten. */
public final class Buckets {

    private static final int MOST = 100_000;
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder().maximumSize(MOST)
            .expireAfterAccess(FORGOTTEN).build();
    private final Rate rate;

    /** All with the same rate. */
    public Buckets(Rate rate) {
        this.rate = rate;
    }

    /** Takes a token; gives how long to wait for one, zero where it was taken. */
    public Duration take(String name) {
        var probe = bucket(name).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
    }

    /** How long to wait for a token, without taking it. */
    public Duration wait(String name) {
        Bucket bucket = buckets.getIfPresent(name);
        return bucket == null
                ? Duration.ZERO
                : Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private Bucket bucket(String name) {
        return buckets.get(name, _ -> Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.tokens(), rate.period())).build());
    }
}
