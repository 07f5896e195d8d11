package dev.demarc.notification.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.contracts.gap.GapState;
import dev.demarc.contracts.gap.GapStatus;
import dev.demarc.contracts.gap.Transition;
import dev.demarc.notification.Endpoints;
import dev.demarc.notification.Gaps;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoutingTest {

    private static final List<Endpoint> ALL = List.of(Endpoints.of("payments", "payments"),
            Endpoints.of("orders", "orders"), Endpoints.of("everyone", null));

    @Test
    void aTeamIsToldOfItsOwnGapsAndNobodyElseButThoseWhoHearOfAll() {
        assertThat(told(Gaps.opened("g-1", "payments"))).containsExactly("payments", "everyone");
    }

    @Test
    void aGapWithoutAnOwnerIsToldOnlyToThoseWhoHearOfAll() {
        assertThat(told(Gaps.opened("g-1", null))).containsExactly("everyone");
    }

    @Test
    void whenTheOwnerChangesBothTeamsAreTold() {
        assertThat(told(Gaps.changed("g-1", 2, Transition.OWNER, open("orders"), open("payments"))))
                .containsExactly("payments", "orders", "everyone");
    }

    @Test
    void whenAGapLosesItsOwnerTheTeamBeforeIsTold() {
        assertThat(told(Gaps.changed("g-1", 2, Transition.OWNER, open("orders"), open(null))))
                .containsExactly("orders", "everyone");
    }

    @Test
    void otherChangesAreToldToTheOwnerAlone() {
        assertThat(told(Gaps.changed("g-1", 2, Transition.VALUES, open("orders"), open("payments"))))
                .containsExactly("payments", "everyone");
    }

    @Test
    void aDisabledEndpointIsNotTold() {
        Endpoint off = Endpoints.of("off", "payments", EndpointFilter.NONE,
                new EndpointState.Disabled("by hand", Gaps.AT));
        assertThat(Routing.recipients(Gaps.opened("g-1", "payments"), List.of(off))).isEmpty();
    }

    private static GapStatus open(@Nullable String team) {
        return Gaps.status(GapState.OPEN, Severity.HIGH, team);
    }

    private static List<String> told(GapEvent event) {
        return Routing.recipients(event, ALL).stream().map(Endpoint::id).toList();
    }
}
