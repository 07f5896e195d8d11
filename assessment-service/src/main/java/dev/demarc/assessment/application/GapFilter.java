package dev.demarc.assessment.application;

import dev.demarc.assessment.model.GapBucket;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.gap.GapState;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which gaps: one of each set that is not empty, opened at {@code openedSince} or later, resolved (and still so) at
 * {@code resolvedSince} or later, due before {@code dueBefore}. Among the teams {@link #NOBODY} stands for those that no
 * team owns.
 */
public record GapFilter(
        Set<GapState> states,
        Set<String> teams,
        Set<String> workloads,
        Set<Severity> severities,
        Set<String> controls,
        Set<String> providers,
        Set<String> accounts,
        Set<GapReason> reasons,
        Set<String> subjects,
        Set<String> types,
        Set<String> checks,
        @Nullable Instant openedSince,
        @Nullable Instant resolvedSince,
        @Nullable Instant dueBefore) {

    /** In place of a team's id, which never is like this. */
    public static final String NOBODY = "-";

    /** Copies the sets. */
    public GapFilter {
        states = Set.copyOf(states);
        teams = Set.copyOf(teams);
        workloads = Set.copyOf(workloads);
        severities = Set.copyOf(severities);
        controls = Set.copyOf(controls);
        providers = Set.copyOf(providers);
        accounts = Set.copyOf(accounts);
        reasons = Set.copyOf(reasons);
        subjects = Set.copyOf(subjects);
        types = Set.copyOf(types);
        checks = Set.copyOf(checks);
    }

    /** Whether the rollups know how many there are. */
    boolean isCounted() {
        return workloads.isEmpty() && controls.isEmpty() && providers.isEmpty() && accounts.isEmpty()
                && subjects.isEmpty() && types.isEmpty() && checks.isEmpty() && openedSince == null
                && resolvedSince == null && dueBefore == null;
    }

    /** Whether the gaps of a bucket match, given that {@link #isCounted}. */
    boolean includes(GapBucket bucket) {
        String team = bucket.ownerTeam();
        return (states.isEmpty() || states.contains(bucket.state()))
                && (severities.isEmpty() || severities.contains(bucket.severity()))
                && (reasons.isEmpty() || reasons.contains(bucket.reason()))
                && (teams.isEmpty() || teams.contains(team == null ? NOBODY : team));
    }
}
