package dev.demarc.contracts.context;

import dev.demarc.contracts.Copies;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A set of resources that one team answers for. */
public record Workload(
        String id,
        String name,
        String ownerTeam,
        @Nullable String environment,
        @Nullable Criticality criticality,
        @Nullable String dataClassification,
        List<String> frameworks,
        Selector selector) {

    /** Copies the collections; an absent one is empty. */
    public Workload {
        frameworks = Copies.list(frameworks);
    }
}
