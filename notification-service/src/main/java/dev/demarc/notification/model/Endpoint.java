package dev.demarc.notification.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who wants to be told; without a team it is told of every team's gaps. {@code failingSince} is absent while deliveries succeed. */
public record Endpoint(
        String id,
        String name,
        @Nullable String team,
        Target target,
        EndpointFilter filter,
        EndpointState state,
        SigningSecrets secrets,
        @Nullable Instant failingSince,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        long revision) {

    /** Whether it gets deliveries. */
    public boolean enabled() {
        return state instanceof EndpointState.Enabled;
    }

    /** The same with what a person can edit replaced, as the next revision. */
    public Endpoint edited(String newName, @Nullable String newTeam, Target newTarget, EndpointFilter newFilter,
            EndpointState newState, Instant now) {
        return new Endpoint(id, newName, newTeam, newTarget, newFilter, newState, secrets,
                newState.equals(state) ? failingSince : null, createdBy, createdAt, now, revision + 1);
    }

    /** The same with a new current secret, as the next revision. */
    public Endpoint rotated(String ciphertext, Instant now, Duration overlap) {
        return new Endpoint(id, name, team, target, filter, state, secrets.rotated(ciphertext, now, overlap),
                failingSince, createdBy, createdAt, now, revision + 1);
    }

    /** The same switched off, as the next revision. */
    public Endpoint disabled(String reason, Instant now) {
        return edited(name, team, target, filter, new EndpointState.Disabled(reason, now), now);
    }
}
