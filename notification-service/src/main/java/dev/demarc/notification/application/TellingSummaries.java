package dev.demarc.notification.application;

import dev.demarc.notification.model.BaselineKey;
import dev.demarc.notification.model.BaselineSummary;
import dev.demarc.notification.model.Delivery;
import dev.demarc.notification.model.Endpoint;
import dev.demarc.notification.model.MessageId;
import dev.demarc.notification.model.MessageType;
import dev.demarc.notification.model.RetrySchedule;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Turns baseline summaries that are due into deliveries: the news is frozen under a number by one guarded write, the deliveries of
 * that number are written, then the outbox is cleared. Whoever finds a full outbox goes on from there.
 */
public final class TellingSummaries {

    private static final int AT_ONCE = 100;

    private final SummaryStore summaries;
    private final EndpointStore endpoints;
    private final DeliveryStore deliveries;
    private final RetrySchedule schedule;
    private final Clock clock;

    /** Needs the stores. */
    public TellingSummaries(SummaryStore summaries, EndpointStore endpoints, DeliveryStore deliveries,
            RetrySchedule schedule, Clock clock) {
        this.summaries = summaries;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.schedule = schedule;
        this.clock = clock;
    }

    /** Tells those that are due; gives how many deliveries came of it. */
    public Mono<Long> tell() {
        return summaries.due(clock.instant(), AT_ONCE).collectList()
                .filter(due -> !due.isEmpty())
                .flatMap(due -> endpoints.all().collectList()
                        .flatMap(all -> Flux.fromIterable(due).concatMap(summary -> tell(summary, all))
                                .reduce(0L, Long::sum)))
                .defaultIfEmpty(0L);
    }

    private Mono<Long> tell(BaselineSummary summary, List<Endpoint> all) {
        if (summary.outbox() != null) {
            return send(summary, all);
        }
        BaselineSummary frozen = summary.frozen(clock.instant());
        return summaries.replace(frozen)
                .filter(won -> won && frozen.outbox() != null)
                .flatMap(_ -> send(frozen, all))
                .defaultIfEmpty(0L);
    }

    private Mono<Long> send(BaselineSummary summary, List<Endpoint> all) {
        BaselineSummary.Outbox outbox = Objects.requireNonNull(summary.outbox());
        String body = Payloads.summary(summary.key(), outbox);
        List<Delivery> fresh = all.stream()
                .filter(Endpoint::enabled)
                .filter(endpoint -> Objects.equals(endpoint.team(), summary.key().team()))
                .filter(endpoint -> outbox.content().concerns(endpoint.filter()))
                .map(endpoint -> delivery(endpoint, summary, body))
                .toList();
        return deliveries.insertNew(fresh)
                .flatMap(count -> clear(summary.key(), summary.number()).thenReturn((long) count));
    }

    private Mono<Boolean> clear(BaselineKey key, int number) {
        return Races.won(() -> summaries.find(key)
                .flatMap(current -> current.outbox() == null || current.number() != number
                        ? Mono.just(true)
                        : summaries.replace(current.told()))
                .filter(Boolean::booleanValue));
    }

    private Delivery delivery(Endpoint endpoint, BaselineSummary summary, String body) {
        String subject = "baseline|" + summary.key().id();
        return Delivery.fresh(MessageId.of(endpoint.id(), subject + "." + summary.number()), endpoint,
                MessageType.BASELINE_SUMMARY, null, endpoint.id() + "|" + subject, summary.number(), null, body,
                clock.instant(), schedule.first(clock.instant()));
    }
}
