package dev.demarc.notification.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.contracts.catalog.Severity;
import dev.demarc.notification.Endpoints;
import dev.demarc.notification.Gaps;
import dev.demarc.notification.model.DeliveryState.Cancelled;
import dev.demarc.notification.model.DeliveryState.Delivered;
import dev.demarc.notification.model.DeliveryState.Failed;
import dev.demarc.notification.model.DeliveryState.Waiting;
import dev.demarc.notification.model.SendResult.Answered;
import dev.demarc.notification.model.SendResult.NotAnswered;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static final Instant NOW = Gaps.AT;
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration TOOK = Duration.ofMillis(40);
    private static final RetrySchedule SCHEDULE = RetrySchedule.STANDARD;

    @Test
    void a2xxAnswerDelivers() {
        Delivery delivered = tried(answer(204));
        assertThat(delivered.state()).isEqualTo(new Delivered(NOW.plus(TOOK)));
        assertThat(delivered.attempts()).singleElement().isEqualTo(new Attempt(1, NOW, TOOK, 204, null, "body"));
    }

    @Test
    void redirectsAndErrorsAreTriedAgain() {
        for (int status : new int[]{301, 308, 400, 404, 429, 500, 503}) {
            assertThat(tried(answer(status)).state()).as("status %d", status)
                    .isEqualTo(new Waiting(NOW.plus(TOOK).plusSeconds(5), null));
        }
        assertThat(tried(new NotAnswered("no connection")).attempts()).singleElement()
                .extracting(Attempt::error).isEqualTo("no connection");
    }

    @Test
    void retryAfterCountsWith429And503Only() {
        assertThat(due(tried(new Answered(429, "", Duration.ofMinutes(1))))).isEqualTo(NOW.plus(TOOK).plusSeconds(60));
        assertThat(due(tried(new Answered(503, "", Duration.ofMinutes(1))))).isEqualTo(NOW.plus(TOOK).plusSeconds(60));
        assertThat(due(tried(new Answered(500, "", Duration.ofMinutes(1))))).isEqualTo(NOW.plus(TOOK).plusSeconds(5));
    }

    @Test
    void goneIsNotTriedAgain() {
        assertThat(tried(answer(410)).state()).isEqualTo(new Failed(NOW.plus(TOOK), "answered 410"));
    }

    @Test
    void isGivenUpAfterAllTries() {
        Delivery delivery = fresh();
        for (int i = 0; i < 10; i++) {
            delivery = delivery.claimed("w", NOW, LEASE).tried(answer(500), NOW, TOOK, SCHEDULE, 0);
        }
        assertThat(delivery.state()).isEqualTo(
                new Failed(NOW.plus(TOOK), "given up after 10 tries: answered 500"));
        assertThat(delivery.attempts()).hasSize(10);
    }

    @Test
    void aClaimedOneIsDueAgainWhenTheLeaseEndsAndTheLostTryIsShown() {
        Delivery claimed = fresh().claimed("w-1", NOW, LEASE);
        assertThat(due(claimed)).isEqualTo(NOW.plus(LEASE));
        Delivery again = claimed.claimed("w-2", NOW.plus(LEASE), LEASE);
        assertThat(again.tries()).isEqualTo(2);
        assertThat(again.attempts()).singleElement()
                .isEqualTo(new Attempt(1, NOW, LEASE, null, "the worker did not report back before its lease ended",
                        null));
    }

    @Test
    void aReplayedOneHasAllItsTriesAgainAndKeepsWhatWas() {
        Delivery replayed = tried(answer(410)).replayed(NOW.plusSeconds(9));
        assertThat(replayed.state()).isEqualTo(new Waiting(NOW.plusSeconds(9), null));
        assertThat(replayed.tries()).isZero();
        assertThat(replayed.attempts()).hasSize(1);
        assertThat(replayed.id()).isEqualTo(fresh().id());
    }

    @Test
    void ofATryThatWasOvertakenOnlyAcceptanceCounts() {
        Delivery cancelled = fresh().cancelled("disabled", NOW);
        assertThat(cancelled.overtaken(answer(500), NOW, TOOK).state()).isInstanceOf(Cancelled.class);
        assertThat(cancelled.overtaken(answer(200), NOW, TOOK).state()).isInstanceOf(Delivered.class);
    }

    @Test
    void keepsTheLastAttemptsOnly() {
        Delivery delivery = fresh();
        for (int i = 0; i < 40; i++) {
            delivery = delivery.replayed(NOW).claimed("w", NOW, LEASE).tried(answer(200 + i), NOW, TOOK, SCHEDULE, 0);
        }
        assertThat(delivery.attempts()).hasSize(Delivery.KEPT_ATTEMPTS);
        assertThat(delivery.attempts().getLast().status()).isEqualTo(239);
    }

    @Test
    void whatIsDoneCannotBeClaimed() {
        assertThatThrownBy(() -> tried(answer(200)).claimed("w", NOW, LEASE)).hasMessageContaining("delivered");
    }

    @Test
    void everyChangeIsANewRevision() {
        assertThat(fresh().claimed("w", NOW, LEASE).revision()).isEqualTo(2);
        assertThat(tried(answer(200)).revision()).isEqualTo(3);
    }

    private static Answered answer(int status) {
        return new Answered(status, "body", null);
    }

    private static Delivery tried(SendResult result) {
        return fresh().claimed("w", NOW, LEASE).tried(result, NOW, TOOK, SCHEDULE, 0);
    }

    private static @Nullable Instant due(Delivery delivery) {
        return delivery.state() instanceof Waiting waiting ? waiting.dueAt() : null;
    }

    private static Delivery fresh() {
        return Delivery.fresh(MessageId.of("e-1", "g-1.1"), Endpoints.of("e-1", "payments"), MessageType.GAP_OPENED,
                "g-1", "e-1|g-1", 1, Severity.HIGH, "{}", NOW, NOW);
    }
}
