package dev.demarc.notification.model;

import dev.demarc.contracts.event.GapChanged;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.contracts.gap.Transition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who is told of a transition. */
public final class Routing {

    private Routing() {}

    /** The teams that a transition concerns: the owner and, when the owner changed, also the one before. */
    public static Set<String> teams(GapEvent event) {
        Set<String> teams = new LinkedHashSet<>();
        if (event.after().ownerTeam() != null) {
            teams.add(event.after().ownerTeam());
        }
        if (event instanceof GapChanged changed && changed.transition() == Transition.OWNER
                && changed.before().ownerTeam() != null) {
            teams.add(changed.before().ownerTeam());
        }
        return teams;
    }

    /** The enabled endpoints of those teams and those for all teams whose filter lets the transition through. */
    public static List<Endpoint> recipients(GapEvent event, List<Endpoint> endpoints) {
        Set<String> teams = teams(event);
        return endpoints.stream()
                .filter(Endpoint::enabled)
                .filter(endpoint -> endpoint.team() == null || teams.contains(endpoint.team()))
                .filter(endpoint -> endpoint.filter().lets(event))
                .toList();
    }
}
