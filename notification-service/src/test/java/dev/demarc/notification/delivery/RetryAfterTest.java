package dev.demarc.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:15:00Z");

    @Test
    void readsSecondsAndDates() {
        assertThat(RetryAfter.read("120", NOW)).isEqualTo(Duration.ofMinutes(2));
        assertThat(RetryAfter.read("Fri, 20 Nov 2026 09:20:00 GMT", NOW)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void ignoresWhatItCannotReadOrLiesInThePast() {
        assertThat(RetryAfter.read(null, NOW)).isNull();
        assertThat(RetryAfter.read("soon", NOW)).isNull();
        assertThat(RetryAfter.read("-5", NOW)).isNull();
        assertThat(RetryAfter.read("0", NOW)).isNull();
        assertThat(RetryAfter.read("Fri, 20 Nov 2020 09:20:00 GMT", NOW)).isNull();
    }
}
