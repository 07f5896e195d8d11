package dev.demarc.notification.web;

import dev.demarc.notification.model.Endpoint;
import dev.demarc.platform.security.Caller;
import dev.demarc.platform.security.Role;
import dev.demarc.platform.web.Forbidden;
import dev.demarc.platform.web.NotFound;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What of all teams' things a caller sees: who belongs to teams and is no admin sees those teams' only. */
final class Scope {

    private Scope() {}

    /** The teams to list, of those asked for (none: all that the caller sees); null for every team and what has none. */
    static @Nullable Set<String> teams(Caller caller, List<String> asked) {
        if (!limited(caller)) {
            return asked.isEmpty() ? null : Set.copyOf(asked);
        }
        Set<String> teams = new HashSet<>(caller.teams());
        if (!asked.isEmpty()) {
            teams.retainAll(asked);
        }
        return teams;
    }

    /** {@link NotFound} for what is another team's. */
    static void see(Caller caller, @Nullable String team, String kind, String id) {
        if (limited(caller) && (team == null || !caller.teams().contains(team))) {
            throw new NotFound(kind, id);
        }
    }

    /** {@link Forbidden} for who may not have or change an endpoint of this team; without a team only admins may. */
    static void edit(Caller caller, @Nullable String team) {
        if (team == null && !caller.may(Role.ADMIN)) {
            throw new Forbidden("only an admin may set up or change an endpoint for all teams; give a team");
        }
        if (limited(caller) && !caller.teams().contains(String.valueOf(team))) {
            throw new Forbidden("you do not belong to team " + team);
        }
    }

    /** Both: the caller must see it and may change it. */
    static void edit(Caller caller, Endpoint endpoint) {
        see(caller, endpoint.team(), "endpoint", endpoint.id());
        edit(caller, endpoint.team());
    }

    private static boolean limited(Caller caller) {
        return !caller.may(Role.ADMIN) && !caller.teams().isEmpty();
    }
}
