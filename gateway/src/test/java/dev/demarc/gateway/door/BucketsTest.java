package dev.demarc.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.gateway.GatewayProperties.Rate;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

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

    @Test
    void nobodyIsBelievedWhereHeComesFromUnlessTrusted() {
        MockServerHttpRequest request = MockServerHttpRequest.get("/")
                .remoteAddress(new InetSocketAddress("10.0.0.9", 4711)).header("X-Forwarded-For", "1.1.1.1, 2.2.2.2")
                .build();

        assertThat(new ClientAddress(null).of(request)).isEqualTo("10.0.0.9");
        assertThat(new ClientAddress(Pattern.compile("10\\.0\\.0\\.8")).of(request)).isEqualTo("10.0.0.9");
        assertThat(new ClientAddress(Pattern.compile("10\\.0\\.0\\.9")).of(request)).isEqualTo("2.2.2.2");
    }
}
