package dev.demarc.notification.application;

import dev.demarc.notification.model.Delivery;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps deliveries, and with them what is to be sent when. */
public interface DeliveryStore {

    /** Adds them in this order, so that none is seen before an earlier one; those whose id is there already are left alone. Gives how many were new. */
    Mono<Integer> insertNew(List<Delivery> deliveries);

    /** The delivery; empty where there is none. */
    Mono<Delivery> find(String id);

    /** The endpoint's pending deliveries that are due, the longest due first, lower sequences first among equals. */
    Flux<Delivery> due(String endpoint, Instant now, int limit);

    /** The pending delivery of the same lane with the lowest sequence below this one's; empty where it is this one's turn. */
    Mono<Delivery> ahead(Delivery delivery);

    /** Makes the lane's next pending delivery due now unless it is held or waits for a retry; always changes its revision then. */
    Mono<Void> wakeNext(String lane, Instant now);

    /** Writes it where the stored revision is the one before; false where somebody else was first. */
    Mono<Boolean> replace(Delivery delivery);

    /** Drops all pending deliveries of an endpoint; gives how many. */
    Mono<Long> cancelWaiting(String endpoint, String reason, Instant now);

    /** A page, the newest first. */
    Flux<Delivery> list(DeliveryQuery query);

    /** How many match, wherever a page begins; {@code most} where there are more. */
    Mono<Long> count(DeliveryQuery query, int most);

    /** Removes those created before; gives how many. */
    Mono<Long> purge(Instant createdBefore);
}
