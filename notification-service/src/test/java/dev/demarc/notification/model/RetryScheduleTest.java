package dev.demarc.notification.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.notification.Gaps;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private static final RetrySchedule SCHEDULE = RetrySchedule.STANDARD;

    @Test
    void triesAsStandardWebhooksRecommends() {
        assertThat(SCHEDULE.first(Gaps.AT)).isEqualTo(Gaps.AT);
        assertThat(SCHEDULE.next(1, Gaps.AT, 0, null)).contains(Gaps.AT.plusSeconds(5));
        assertThat(SCHEDULE.next(2, Gaps.AT, 0, null)).contains(Gaps.AT.plus(Duration.ofMinutes(5)));
        assertThat(SCHEDULE.next(9, Gaps.AT, 0, null)).contains(Gaps.AT.plus(Duration.ofHours(24)));
    }

    @Test
    void givesUpAfterTheLastTry() {
        assertThat(SCHEDULE.next(10, Gaps.AT, 0, null)).isEmpty();
    }

    @Test
    void jitterOnlyLengthensAndByAFifthAtMost() {
        assertThat(SCHEDULE.next(2, Gaps.AT, 0.999_999, null).orElseThrow())
                .isBetween(Gaps.AT.plus(Duration.ofSeconds(359)), Gaps.AT.plus(Duration.ofSeconds(360)));
    }

    @Test
    void waitsAsLongAsTheReceiverAskedButADayAtMost() {
        assertThat(SCHEDULE.next(1, Gaps.AT, 0, Duration.ofMinutes(2))).contains(Gaps.AT.plusSeconds(120));
        assertThat(SCHEDULE.next(2, Gaps.AT, 0, Duration.ofSeconds(1))).contains(Gaps.AT.plusSeconds(300));
        assertThat(SCHEDULE.next(1, Gaps.AT, 0, Duration.ofDays(400))).contains(Gaps.AT.plus(Duration.ofDays(1)));
    }
}
