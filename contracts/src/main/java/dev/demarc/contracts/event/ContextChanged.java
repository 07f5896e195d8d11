package dev.demarc.contracts.event;

import dev.demarc.contracts.context.Account;
import dev.demarc.contracts.context.Team;
import dev.demarc.contracts.context.Workload;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A team, workload or account was written or, where all three are absent, deleted; {@code revision} grows by each edit of the whole context. */
public record ContextChanged(
        long revision,
        String kind,
        String id,
        @Nullable Team team,
        @Nullable Workload workload,
        @Nullable Account account,
        Instant at) implements Event {

    @Override
    public String key() {
        return kind + "/" + id;
    }
}
