package dev.demarc.assessment.model;

import dev.demarc.contracts.Copies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a subject; {@code claims} are all workloads that match, so that more than one means contested and an
 * edited workload finds its members. The owner is the workload's team, else the account's, after merges.
 */
public record Assignment(
        List<String> claims,
        @Nullable String workload,
        @Nullable String ownerTeam,
        @Nullable String environment) {

    /** Nobody. */
    public static final Assignment NONE = new Assignment(List.of(), null, null, null);

    /** Copies the claims. */
    public Assignment {
        claims = Copies.list(claims);
    }
}
