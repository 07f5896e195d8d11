package dev.demarc.contracts.context;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An AWS account or Azure subscription that was heard of; {@code liveSince} is when its first inventory was complete: what was received until then is baseline. */
public record Account(
        String id,
        String provider,
        String partition,
        String account,
        @Nullable String name,
        @Nullable String ownerTeam,
        AccountPhase phase,
        Instant firstHeardAt,
        @Nullable Instant liveSince) {}
