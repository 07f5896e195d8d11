package dev.demarc.notification.application;

import dev.demarc.contracts.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Removes what is too old to be of use. */
public final class Purging {

    private static final Duration TOPIC_RETENTION = Objects.requireNonNull(Topic.GAPS.retention());

    private final DeliveryStore deliveries;
    private final SequenceStore sequences;
    private final SummaryStore summaries;
    private final Duration retention;
    private final Clock clock;

    /** Deliveries are kept for {@code retention}; sequences and summaries longer, so that the topic's records never outlive them. */
    public Purging(DeliveryStore deliveries, SequenceStore sequences, SummaryStore summaries, Duration retention,
            Clock clock) {
        this.deliveries = deliveries;
        this.sequences = sequences;
        this.summaries = summaries;
        this.retention = retention;
        this.clock = clock;
    }

    /** Gives how many documents were removed. */
    public Mono<Long> purge() {
        Instant now = clock.instant();
        Instant older = now.minus(retention).minus(TOPIC_RETENTION);
        return Mono.zip(deliveries.purge(now.minus(retention)), sequences.purge(older), summaries.purge(older))
                .map(counts -> counts.getT1() + counts.getT2() + counts.getT3());
    }
}
