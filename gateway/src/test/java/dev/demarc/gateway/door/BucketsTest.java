package dev.demarc.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.gateway.GatewayProperties.Rate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketsTest {

    @Test
    void aBurstPassesAndThenOneHasToWait() {
        Buckets buckets = new Buckets(new Rate(3, 1, Duration.ofHours(1)));

        for (int i = 0; i < 3; i++) {
            assertThat(buckets.take("a")).isZero();
        }
        assertThat(buckets.take("a")).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
        assertThat(buckets.wait("a")).isPositive();
        assertThat(buckets.wait("b")).isZero();
        assertThat(buckets.take("b")).isZero();
    }

    @Test
    void aRateThatLetsNothingThroughIsRefused() {
        assertThatThrownBy(() -> new Rate(0, 1, Duration.ofSeconds(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(1, 1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
