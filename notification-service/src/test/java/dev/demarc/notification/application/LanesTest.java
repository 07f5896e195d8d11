package dev.demarc.notification.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.notification.Gaps;
import dev.demarc.notification.MovingClock;
import dev.demarc.notification.model.SendResult.Answered;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LanesTest {

    private final MovingClock clock = new MovingClock(Gaps.AT);
    private final Lane lane = new Lanes(2, clock).of("e-1");

    @Test
    void noMoreThanItsPlaces() {
        assertThat(lane.free()).isEqualTo(2);
        assertThat(lane.enter()).isTrue();
        assertThat(lane.enter()).isTrue();
        assertThat(lane.enter()).isFalse();
        lane.leave();
        assertThat(lane.free()).isEqualTo(1);
    }

    @Test
    void restsAfterFiveFailuresInARowAndIsProbedByOne() {
        for (int i = 0; i < 5; i++) {
            fail(500, null);
        }
        assertThat(lane.free()).isZero();
        clock.move(Duration.ofSeconds(6));
        assertThat(lane.free()).isEqualTo(1);
        assertThat(lane.enter()).isTrue();
        assertThat(lane.enter()).isFalse();
        lane.leave(new Answered(200, "", null));
        assertThat(lane.free()).isEqualTo(2);
    }

    @Test
    void restsLongerWhenTheProbeFails() {
        for (int i = 0; i < 5; i++) {
            fail(500, null);
        }
        clock.move(Duration.ofSeconds(6));
        fail(500, null);
        clock.move(Duration.ofSeconds(6));
        assertThat(lane.free()).isZero();
        clock.move(Duration.ofSeconds(5));
        assertThat(lane.free()).isEqualTo(1);
    }

    @Test
    void oneSuccessAmongFailuresKeepsItOpen() {
        for (int i = 0; i < 4; i++) {
            fail(500, null);
        }
        assertThat(lane.enter()).isTrue();
        lane.leave(new Answered(200, "", null));
        for (int i = 0; i < 4; i++) {
            fail(500, null);
        }
        assertThat(lane.free()).isEqualTo(2);
    }

    @Test
    void restsAsLongAsTheReceiverAsked() {
        fail(429, Duration.ofMinutes(2));
        clock.move(Duration.ofSeconds(119));
        assertThat(lane.free()).isZero();
        clock.move(Duration.ofSeconds(2));
        assertThat(lane.free()).isEqualTo(1);
    }

    private void fail(int status, @Nullable Duration retryAfter) {
        assertThat(lane.enter()).isTrue();
        lane.leave(new Answered(status, "", retryAfter));
    }
}
