package dev.demarc.notification.web;

import dev.demarc.contracts.catalog.Severity;
import dev.demarc.notification.model.Endpoint;
import dev.demarc.notification.model.EndpointState.Disabled;
import dev.demarc.notification.model.Webhook;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An endpoint as it is shown: without its secrets. */
record EndpointJson(
        String id,
        @Nullable String team,
        String name,
        String channel,
        String url,
        Severity minimumSeverity,
        @Nullable FilterJson filter,
        boolean enabled,
        @Nullable String disabledReason,
        @Nullable Instant disabledSince,
        @Nullable Instant failingSince,
        String createdBy,
        Instant createdAt,
        Instant updatedAt) {

    static EndpointJson of(Endpoint endpoint) {
        Disabled disabled = endpoint.state() instanceof Disabled state ? state : null;
        String url = switch (endpoint.target()) {
            case Webhook webhook -> webhook.url().toString();
        };
        return new EndpointJson(endpoint.id(), endpoint.team(), endpoint.name(), endpoint.target().kind(), url,
                endpoint.filter().minimumSeverity(), FilterJson.of(endpoint.filter()), endpoint.enabled(),
                disabled == null ? null : disabled.reason(), disabled == null ? null : disabled.since(),
                endpoint.failingSince(), endpoint.createdBy(), endpoint.createdAt(), endpoint.updatedAt());
    }
}
