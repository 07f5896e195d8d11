package dev.demarc.notification.application;

import dev.demarc.notification.model.Endpoint;
import dev.demarc.notification.model.SendResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Keeps how long an endpoint has been failing, and disables one that is gone or has failed for too long. */
public final class EndpointHealth {

    private final EndpointStore endpoints;
    private final DeliveryStore deliveries;
    private final Duration disableAfter;
    private final Clock clock;

    /** Endpoints that fail for longer than {@code disableAfter} are disabled. */
    public EndpointHealth(EndpointStore endpoints, DeliveryStore deliveries, Duration disableAfter, Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.disableAfter = disableAfter;
        this.clock = clock;
    }

    /** Takes note of a try's result. */
    public Mono<Void> note(Endpoint endpoint, SendResult result) {
        Instant now = clock.instant();
        if (result.accepted()) {
            return endpoint.failingSince() == null ? Mono.empty() : endpoints.succeeded(endpoint.id());
        }
        if (result.gone()) {
            return disable(endpoint.id(), "the receiver answered 410 Gone");
        }
        return endpoints.failed(endpoint.id(), now)
                .filter(since -> !now.isBefore(since.plus(disableAfter)))
                .flatMap(since -> disable(endpoint.id(),
                        "every delivery since " + since + " failed, at last: " + result.summary()));
    }

    private Mono<Void> disable(String id, String reason) {
        return Races.won(() -> endpoints.find(id)
                .filter(Endpoint::enabled)
                .flatMap(current -> endpoints.replace(current.disabled(reason, clock.instant())))
                .defaultIfEmpty(true)
                .filter(Boolean::booleanValue))
                .then(deliveries.cancelWaiting(id, "the endpoint was disabled: " + reason, clock.instant()))
                .then();
    }
}
