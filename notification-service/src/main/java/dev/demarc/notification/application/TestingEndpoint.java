package dev.demarc.notification.application;

import dev.demarc.notification.model.Attempt;
import dev.demarc.notification.model.Delivery;
import dev.demarc.notification.model.DeliveryState;
import dev.demarc.notification.model.Endpoint;
import dev.demarc.notification.model.MessageId;
import dev.demarc.notification.model.MessageType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Sends a test message the way that real ones go, but once and at once, also to an endpoint that is disabled or rests. */
public final class TestingEndpoint {

    private final DeliveryStore deliveries;
    private final Attempting attempting;
    private final Supplier<String> ids;
    private final String worker;
    private final Duration lease;
    private final Clock clock;

    /** Sends as the worker of that name. */
    public TestingEndpoint(DeliveryStore deliveries, Attempting attempting, Supplier<String> ids, String worker,
            Duration lease, Clock clock) {
        this.deliveries = deliveries;
        this.attempting = attempting;
        this.ids = ids;
        this.worker = worker;
        this.lease = lease;
        this.clock = clock;
    }

    /** What came of it; it is listed among the deliveries too. */
    public Mono<Attempt> test(Endpoint endpoint) {
        Instant now = clock.instant();
        String id = MessageId.of(endpoint.id(), "test|" + ids.get());
        Delivery claimed = Delivery.fresh(id, endpoint, MessageType.ENDPOINT_TEST, null, id, 1, null,
                Payloads.test(endpoint, now), now, now).claimed(worker, now, lease);
        return deliveries.insertNew(List.of(claimed))
                .flatMap(_ -> attempting.attempt(endpoint, claimed, _ -> {}))
                .flatMap(_ -> deliveries.find(id))
                .filter(delivery -> !(delivery.state() instanceof DeliveryState.Waiting))
                .map(delivery -> delivery.attempts().getLast());
    }
}
