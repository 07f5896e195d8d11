package dev.demarc.assessment.application;

import dev.demarc.contracts.context.Account;
import dev.demarc.contracts.context.Team;
import dev.demarc.contracts.context.Workload;
import dev.demarc.contracts.event.ContextChanged;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What teams must keep to, so that whoever owns something is somebody. */
public final class ContextRules {

    private static final int MERGES_FOLLOWED = 16;

    private final ContextQueries queries;

    /** Reads what is there from this. */
    public ContextRules(ContextQueries queries) {
        this.queries = queries;
    }

    /** Whether there is such a team. */
    public boolean isTeam(String id) {
        return team(id).isPresent();
    }

    private Optional<Team> team(String id) {
        return queries.find("team", id).map(ContextChanged::team);
    }

    /** Why a team can't go into another one; empty where it can. */
    public Optional<String> refusesMerge(String id, String into) {
        if (!isTeam(into)) {
            return Optional.of("a team that exists");
        }
        @Nullable
        String next = into;
        for (int i = 0; i < MERGES_FOLLOWED && next != null; i++) {
            if (next.equals(id)) {
                return Optional.of("a team that has not gone into this one");
            }
            next = team(next).map(Team::mergedInto).orElse(null);
        }
        return next == null ? Optional.empty() : Optional.of("a team after at most " + MERGES_FOLLOWED + " mergers");
    }

    /** What still names a team: the kind and id of a workload, account or team. */
    public Optional<String> usedBy(String team) {
        return Stream.of("workload", "account", "team").flatMap(kind -> queries.any(kind, item -> names(item, team))
                .map(item -> kind + " '" + item.id() + "'").stream()).findFirst();
    }

    private static boolean names(ContextChanged item, String team) {
        Workload workload = item.workload();
        Account account = item.account();
        Team other = item.team();
        return (workload != null && workload.ownerTeam().equals(team))
                || (account != null && team.equals(account.ownerTeam()))
                || (other != null && team.equals(other.mergedInto()));
    }
}
