package dev.demarc.notification.application;

import dev.demarc.contracts.event.GapEvent;
import dev.demarc.contracts.gap.Origin;
import dev.demarc.notification.model.BaselineKey;
import dev.demarc.notification.model.BaselineSummary;
import dev.demarc.notification.model.Delivery;
import dev.demarc.notification.model.Endpoint;
import dev.demarc.notification.model.MessageId;
import dev.demarc.notification.model.MessageType;
import dev.demarc.notification.model.PlacedEvent;
import dev.demarc.notification.model.RetrySchedule;
import dev.demarc.notification.model.Routing;
import dev.demarc.notification.model.SummaryTiming;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Turns transitions into deliveries. First the deliveries and summaries are written, each so that writing it twice changes nothing,
 * then the sequences are raised: a crash between leads to the same writes again.
 */
public final class ReceivingGaps {

    private final EndpointStore endpoints;
    private final DeliveryStore deliveries;
    private final SequenceStore sequences;
    private final SummaryStore summaries;
    private final RetrySchedule schedule;
    private final SummaryTiming timing;
    private final Clock clock;
    private final Signal due;

    /** Needs the stores; {@code due} is told when there is something to send. */
    public ReceivingGaps(EndpointStore endpoints, DeliveryStore deliveries, SequenceStore sequences,
            SummaryStore summaries, RetrySchedule schedule, SummaryTiming timing, Clock clock, Signal due) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.sequences = sequences;
        this.summaries = summaries;
        this.schedule = schedule;
        this.timing = timing;
        this.clock = clock;
        this.due = due;
    }

    /** Processes a batch; events that were seen or overtaken are ignored. Completes when everything is stored. */
    public Mono<Void> receive(List<PlacedEvent> batch) {
        List<String> gaps = batch.stream().map(placed -> placed.event().gap().id()).distinct().toList();
        return Mono.zip(sequences.highest(gaps), endpoints.all().collectList())
                .flatMap(known -> process(batch, known.getT1(), known.getT2()));
    }

    private Mono<Void> process(List<PlacedEvent> batch, Map<String, Long> seen, List<Endpoint> known) {
        Instant now = clock.instant();
        Map<String, Long> highest = new HashMap<>(seen);
        Map<String, Long> raised = new LinkedHashMap<>();
        List<Delivery> fresh = new ArrayList<>();
        Map<BaselineKey, List<PlacedEvent>> baseline = new LinkedHashMap<>();
        for (PlacedEvent placed : batch) {
            GapEvent event = placed.event();
            if (event.sequence() <= highest.getOrDefault(event.gap().id(), 0L)) {
                continue;
            }
            highest.put(event.gap().id(), event.sequence());
            raised.put(event.gap().id(), event.sequence());
            if (event.origin() == Origin.BASELINE) {
                BaselineKey.of(event)
                        .forEach(key -> baseline.computeIfAbsent(key, _ -> new ArrayList<>()).add(placed));
            } else {
                Routing.recipients(event, known).forEach(endpoint -> fresh.add(delivery(event, endpoint, now)));
            }
        }
        return deliveries.insertNew(fresh)
                .doOnNext(_ -> due.raise())
                .thenMany(Flux.fromIterable(baseline.entrySet()))
                .concatMap(entry -> sumUp(entry.getKey(), entry.getValue()))
                .then(Mono.defer(() -> sequences.raise(raised, now)));
    }

    private Delivery delivery(GapEvent event, Endpoint endpoint, Instant now) {
        String gap = event.gap().id();
        return Delivery.fresh(MessageId.of(endpoint.id(), gap + "." + event.sequence()), endpoint,
                MessageType.of(event), gap, endpoint.id() + "|" + gap, event.sequence(), event.after().severity(),
                Payloads.gap(event), now, schedule.first(now));
    }

    private Mono<Void> sumUp(BaselineKey key, List<PlacedEvent> events) {
        return Races.won(() -> summaries.find(key)
                .flatMap(summary -> {
                    BaselineSummary next = summary.with(events, clock.instant(), timing);
                    return next.revision() == summary.revision() ? Mono.just(true) : summaries.replace(next);
                })
                .filter(Boolean::booleanValue))
                .then();
    }
}
