package dev.demarc.notification.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.contracts.gap.GapState;
import dev.demarc.contracts.gap.Origin;
import dev.demarc.contracts.gap.Transition;
import dev.demarc.notification.Gaps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BaselineSummaryTest {

    private static final Instant NOW = Gaps.AT;
    private static final SummaryTiming TIMING = new SummaryTiming(Duration.ofMinutes(1), Duration.ofMinutes(15));
    private static final BaselineSummary EMPTY = BaselineSummary.empty(new BaselineKey("payments", "a-aws-1"));

    @Test
    void belongsToTheAccountItsOwnerAndItsOwnerBefore() {
        assertThat(
                BaselineKey.of(Gaps.changed("g-1", 2, Transition.OWNER, Gaps.status(GapState.OPEN, Severity.LOW, "a"),
                        Gaps.status(GapState.OPEN, Severity.LOW, "b"))))
                .extracting(BaselineKey::id)
                .containsExactly("*|a-aws-111122223333", "b|a-aws-111122223333", "a|a-aws-111122223333");
    }

    @Test
    void countsWhatIsOpenBySeverity() {
        BaselineSummary summary = with(EMPTY, NOW, opened("g-1", Severity.CRITICAL), opened("g-2", Severity.CRITICAL),
                opened("g-3", Severity.LOW), Gaps.resolved("g-1", 2, "payments", Origin.BASELINE));
        assertThat(summary.content().open()).containsEntry(Severity.CRITICAL, 1L).containsEntry(Severity.LOW, 1L)
                .containsEntry(Severity.HIGH, 0L);
        assertThat(summary.content().worst()).extracting(WorstGap::id).containsExactly("g-2", "g-3");
    }

    @Test
    void aGapThatMovesAwayIsNoLongerCounted() {
        BaselineSummary summary = with(EMPTY, NOW, opened("g-1", Severity.HIGH),
                Gaps.changed("g-1", 2, Transition.OWNER, Gaps.status(GapState.OPEN, Severity.HIGH, "payments"),
                        Gaps.status(GapState.OPEN, Severity.HIGH, "orders")));
        assertThat(summary.content().total()).isZero();
    }

    @Test
    void eventsThatAreReadAgainChangeNothing() {
        List<PlacedEvent> events = List.of(new PlacedEvent(opened("g-1", Severity.HIGH), 3, 7));
        BaselineSummary once = EMPTY.with(events, NOW, TIMING);
        assertThat(once.with(events, NOW, TIMING)).isEqualTo(once);
        assertThat(once.offsets()).isEqualTo(Map.of(3, 7L));
        assertThat(once.with(List.of(new PlacedEvent(opened("g-2", Severity.HIGH), 2, 7)), NOW, TIMING).content()
                .total()).isEqualTo(2);
    }

    @Test
    void isDueAfterAQuietMinuteButAfterAQuarterOfAnHourAtTheLatest() {
        BaselineSummary summary = with(EMPTY, NOW, opened("g-1", Severity.HIGH));
        assertThat(summary.dueAt()).isEqualTo(NOW.plusSeconds(60));
        for (int i = 2; i < 60; i++) {
            summary = summary.with(List.of(new PlacedEvent(opened("g-" + i, Severity.HIGH), 0, 1000 + i)),
                    NOW.plusSeconds(30L * (i - 1)), TIMING);
        }
        assertThat(summary.dueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
    }

    @Test
    void tellsTheTenWorst() {
        BaselineSummary summary = with(EMPTY, NOW, IntStream.range(0, 30)
                .mapToObj(i -> opened("g-" + i, i % 3 == 0 ? Severity.CRITICAL : Severity.LOW))
                .toArray(GapEvent[]::new));
        BaselineSummary frozen = summary.frozen(NOW);
        assertThat(frozen.number()).isEqualTo(1);
        assertThat(frozen.dueAt()).isNull();
        assertThat(Objects.requireNonNull(frozen.outbox()).content().worst()).hasSize(10)
                .allSatisfy(gap -> assertThat(gap.severity()).isEqualTo(Severity.CRITICAL));
    }

    @Test
    void newsWhileItIsBeingToldIsToldNextTime() {
        BaselineSummary frozen = with(EMPTY, NOW, opened("g-1", Severity.HIGH)).frozen(NOW.plusSeconds(60));
        BaselineSummary more = frozen.with(List.of(new PlacedEvent(opened("g-2", Severity.HIGH), 0, 99)),
                NOW.plusSeconds(61), TIMING).told();
        assertThat(more.outbox()).isNull();
        assertThat(more.dueAt()).isEqualTo(NOW.plusSeconds(121));
        assertThat(more.frozen(NOW.plusSeconds(121)).number()).isEqualTo(2);
    }

    @Test
    void nothingIsToldWhereAllIsResolved() {
        BaselineSummary summary = with(EMPTY, NOW, opened("g-1", Severity.CRITICAL),
                Gaps.resolved("g-1", 2, "payments", Origin.BASELINE)).frozen(NOW);
        assertThat(summary.outbox()).isNull();
        assertThat(summary.dueAt()).isNull();
        assertThat(summary.number()).isZero();
    }

    private static GapEvent opened(String gap, Severity severity) {
        return Gaps.opened(gap, "payments", severity, Origin.BASELINE);
    }

    private static BaselineSummary with(BaselineSummary summary, Instant now, GapEvent... events) {
        return summary.with(IntStream.range(0, events.length)
                .mapToObj(i -> new PlacedEvent(events[i], 0, i)).toList(), now, TIMING);
    }
}
