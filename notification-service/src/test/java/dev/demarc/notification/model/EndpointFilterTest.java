package dev.demarc.notification.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.gap.GapState;
import dev.demarc.contracts.gap.Origin;
import dev.demarc.contracts.gap.Transition;
import dev.demarc.notification.Gaps;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointFilterTest {

    @Test
    void gapsBelowTheMinimumSeverityAreNotTold() {
        EndpointFilter high = filter(Severity.HIGH, List.of(), List.of(), List.of(), List.of());
        assertThat(high.lets(Gaps.opened("g-1", "a", Severity.HIGH, Origin.LIVE))).isTrue();
        assertThat(high.lets(Gaps.opened("g-1", "a", Severity.MEDIUM, Origin.LIVE))).isFalse();
    }

    @Test
    void aSeverityThatFallsBelowTheMinimumIsToldOnceMore() {
        EndpointFilter high = filter(Severity.HIGH, List.of(), List.of(), List.of(), List.of());
        assertThat(high.lets(Gaps.changed("g-1", 2, Transition.SEVERITY,
                Gaps.status(GapState.OPEN, Severity.CRITICAL, "a"), Gaps.status(GapState.OPEN, Severity.LOW, "a"))))
                .isTrue();
    }

    @Test
    void everyListMustLetTheTransitionThrough() {
        var opened = Gaps.opened("g-1", "a");
        assertThat(filter(Severity.LOW, List.of(TransitionKind.OPENED, TransitionKind.RESOLVED), List.of("shop"),
                List.of("production"), List.of(GapReason.CHECK_FAILED)).lets(opened)).isTrue();
        assertThat(filter(Severity.LOW, List.of(TransitionKind.RESOLVED), List.of(), List.of(), List.of())
                .lets(opened)).isFalse();
        assertThat(filter(Severity.LOW, List.of(), List.of("blog"), List.of(), List.of()).lets(opened)).isFalse();
        assertThat(filter(Severity.LOW, List.of(), List.of(), List.of("test"), List.of()).lets(opened)).isFalse();
        assertThat(filter(Severity.LOW, List.of(), List.of(), List.of(), List.of(GapReason.STALE)).lets(opened))
                .isFalse();
    }

    @Test
    void everyTransitionOfTheContractHasItsKind() {
        for (Transition transition : Transition.values()) {
            assertThat(TransitionKind.of(transition.word()).word()).isEqualTo(transition.word());
        }
    }

    private static EndpointFilter filter(Severity minimum, List<TransitionKind> transitions, List<String> workloads,
            List<String> environments, List<GapReason> reasons) {
        return new EndpointFilter(minimum, transitions, workloads, environments, reasons);
    }
}
