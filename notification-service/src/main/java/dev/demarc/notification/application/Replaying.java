package dev.demarc.notification.application;

import dev.demarc.notification.model.Delivery;
import dev.demarc.notification.model.DeliveryState;
import java.time.Clock;
import java.time.Instant;
import reactor.core.publisher.Mono;

/** Has a message delivered again. */
public final class Replaying {

    private final DeliveryStore deliveries;
    private final Clock clock;
    private final Signal due;

    /** Needs the store; {@code due} is told afterwards. */
    public Replaying(DeliveryStore deliveries, Clock clock, Signal due) {
        this.deliveries = deliveries;
        this.clock = clock;
        this.due = due;
    }

    /** The delivery, which waits again and is due; one that a worker holds at this moment stays as it is. Empty where it is gone. */
    public Mono<Delivery> replay(String id) {
        return deliveries.find(id).flatMap(_ -> Races.won(() -> again(id))).doOnNext(_ -> due.raise());
    }

    private Mono<Delivery> again(String id) {
        Instant now = clock.instant();
        return deliveries.find(id).flatMap(current -> {
            if (current.state() instanceof DeliveryState.Waiting waiting && waiting.claim() != null
                    && waiting.dueAt().isAfter(now)) {
                return Mono.just(current);
            }
            Delivery next = current.replayed(now);
            return deliveries.replace(next).filter(Boolean::booleanValue).thenReturn(next);
        });
    }
}
