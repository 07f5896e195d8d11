package dev.demarc.assessment.model;

import dev.demarc.contracts.context.Account;
import dev.demarc.contracts.context.Team;
import dev.demarc.contracts.context.Workload;
import dev.demarc.contracts.event.ContextChanged;
import dev.demarc.contracts.subject.SubjectKind;
import dev.demarc.contracts.subject.SubjectRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Teams, workloads and accounts as of one revision; every judgement is made from one snapshot. */
public final class ContextSnapshot {

    private static final int MERGES_FOLLOWED = 16;

    private final long revision;
    private final Map<String, Team> teams;
    private final Map<String, Account> accounts;
    private final WorkloadIndex workloads;

    private ContextSnapshot(long revision, Map<String, Team> teams, Map<String, Account> accounts,
            WorkloadIndex workloads) {
        this.revision = revision;
        this.teams = teams;
        this.accounts = accounts;
        this.workloads = workloads;
    }

    /** Before anything was written. */
    public static ContextSnapshot empty() {
        return new ContextSnapshot(0, Map.of(), Map.of(), WorkloadIndex.of(Map.of()));
    }

    /** The snapshot after an edit; the revision never falls, so that edits that arrive late still count. */
    public ContextSnapshot with(ContextChanged edit) {
        long next = Math.max(revision, edit.revision());
        return switch (edit.kind()) {
            case "team" -> new ContextSnapshot(next, replaced(teams, edit.id(), edit.team()), accounts, workloads);
            case "account" ->
                new ContextSnapshot(next, teams, replaced(accounts, edit.id(), edit.account()), workloads);
            case "workload" -> new ContextSnapshot(next, teams, accounts,
                    WorkloadIndex.of(replaced(workloads.all(), edit.id(), edit.workload())));
            default -> new ContextSnapshot(next, teams, accounts, workloads);
        };
    }

    private static <T> Map<String, T> replaced(Map<String, T> items, String id, @Nullable T item) {
        Map<String, T> copy = new HashMap<>(items);
        if (item == null) {
            copy.remove(id);
        } else {
            copy.put(id, item);
        }
        return Map.copyOf(copy);
    }

    /** Grows by each edit. */
    public long revision() {
        return revision;
    }

    /** The account by its subject id; null before it was heard of. */
    public @Nullable Account account(String id) {
        return accounts.get(id);
    }

    /** All accounts, by their subject ids. */
    public Map<String, Account> accounts() {
        return accounts;
    }

    /** All workloads, by their ids. */
    public Map<String, Workload> workloads() {
        return workloads.all();
    }

    /** All teams, by their ids. */
    public Map<String, Team> teams() {
        return teams;
    }

    /** The team that acts for this one today; a merged team's successor. */
    public @Nullable String actingTeam(@Nullable String id) {
        @Nullable
        String acting = id;
        for (int i = 0; i < MERGES_FOLLOWED && acting != null; i++) {
            Team team = teams.get(acting);
            if (team == null || team.mergedInto() == null) {
                return acting;
            }
            acting = team.mergedInto();
        }
        return acting;
    }

    /** Who answers for a subject with these tags; the most specific claim wins, then the smaller workload id. */
    public Assignment assign(SubjectRef subject, Map<String, String> tags) {
        Account account = accounts.get(SubjectIds.account(subject.provider(), subject.account()));
        String accountOwner = account == null ? null : actingTeam(account.ownerTeam());
        if (subject.kind() != SubjectKind.RESOURCE) {
            return new Assignment(List.of(), null, accountOwner, null);
        }
        List<Workload> claims = workloads.claims(subject, tags);
        if (claims.isEmpty()) {
            return new Assignment(List.of(), null, accountOwner, null);
        }
        Workload workload = claims.getFirst();
        return new Assignment(claims.stream().map(Workload::id).toList(), workload.id(),
                actingTeam(workload.ownerTeam()), workload.environment());
    }
}
