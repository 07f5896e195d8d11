package dev.demarc.notification.application;

import dev.demarc.notification.model.Delivery;
import dev.demarc.notification.model.DeliveryState.Waiting;
import dev.demarc.notification.model.Endpoint;
import dev.demarc.notification.model.RetrySchedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Claims what is due and has it tried. A claim moves the due time to the end of the lease, so that what a dead worker held becomes
 * due again by itself. A transition whose earlier one in the same lane still waits is moved behind it.
 */
public final class Dispatching {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatching.class);

    private final EndpointStore endpoints;
    private final DeliveryStore deliveries;
    private final Attempting attempting;
    private final Lanes lanes;
    private final RetrySchedule schedule;
    private final String worker;
    private final Duration lease;
    private final Clock clock;
    private final Signal due;
    private final Phaser underWay = new Phaser(1);

    /** A worker with its own name; {@code lease} must be longer than any try takes; {@code due} is raised when a try ended. */
    public Dispatching(EndpointStore endpoints, DeliveryStore deliveries, Attempting attempting, Lanes lanes,
            RetrySchedule schedule, String worker, Duration lease, Clock clock, Signal due) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.attempting = attempting;
        this.lanes = lanes;
        this.schedule = schedule;
        this.worker = worker;
        this.lease = lease;
        this.clock = clock;
        this.due = due;
    }

    /** Begins every try that is due and has a place; gives how many. Does not wait for the tries to end. */
    public Mono<Long> dispatch() {
        return endpoints.all().collectList()
                .doOnNext(all -> lanes.keep(all.stream().map(Endpoint::id).collect(Collectors.toSet())))
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::dispatch)
                .filter(Boolean::booleanValue)
                .count();
    }

    private Flux<Boolean> dispatch(Endpoint endpoint) {
        Instant now = clock.instant();
        if (!endpoint.enabled()) {
            return deliveries.due(endpoint.id(), now, 1)
                    .concatMap(_ -> deliveries.cancelWaiting(endpoint.id(), "the endpoint is disabled", now))
                    .map(_ -> false);
        }
        Lane lane = lanes.of(endpoint.id());
        int free = lane.free();
        return free == 0
                ? Flux.empty()
                : deliveries.due(endpoint.id(), now, free).concatMap(delivery -> begin(endpoint, lane, delivery, now));
    }

    private Mono<Boolean> begin(Endpoint endpoint, Lane lane, Delivery delivery, Instant now) {
        return deliveries.ahead(delivery)
                .flatMap(ahead -> behind(delivery, ahead))
                .switchIfEmpty(Mono.defer(() -> delivery.exhausted(schedule)
                        ? deliveries.replace(delivery.givenUp(now)).then(deliveries.wakeNext(delivery.lane(), now))
                                .thenReturn(false)
                        : claim(endpoint, lane, delivery, now)));
    }

    private Mono<Boolean> behind(Delivery delivery, Delivery ahead) {
        boolean moves = ahead.state() instanceof Waiting first && delivery.state() instanceof Waiting own
                && first.dueAt().isAfter(own.dueAt());
        return moves
                ? deliveries.replace(delivery.postponed(((Waiting) ahead.state()).dueAt())).thenReturn(false)
                : Mono.just(false);
    }

    private Mono<Boolean> claim(Endpoint endpoint, Lane lane, Delivery delivery, Instant now) {
        if (!lane.enter()) {
            return Mono.just(false);
        }
        Delivery claimed = delivery.claimed(worker, now, lease);
        return deliveries.replace(claimed)
                .doOnError(_ -> lane.leave())
                .doOnNext(won -> {
                    if (won) {
                        run(endpoint, lane, claimed);
                    } else {
                        lane.leave();
                    }
                });
    }

    private void run(Endpoint endpoint, Lane lane, Delivery claimed) {
        underWay.register();
        attempting.attempt(endpoint, claimed, lane::leave)
                .doFinally(_ -> {
                    underWay.arriveAndDeregister();
                    due.raise();
                })
                .subscribe(_ -> {}, error -> LOG.warn("what came of {} could not be written: {}", claimed.id(),
                        error.toString()));
    }

    /** Waits until no try is under way; false where {@code longest} was over before. */
    public boolean finished(Duration longest) throws InterruptedException {
        int phase = underWay.arrive();
        try {
            underWay.awaitAdvanceInterruptibly(phase, longest.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }
}
