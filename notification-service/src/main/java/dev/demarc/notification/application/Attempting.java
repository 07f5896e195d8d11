package dev.demarc.notification.application;

import dev.demarc.notification.model.Attempt;
import dev.demarc.notification.model.Delivery;
import dev.demarc.notification.model.DeliveryState;
import dev.demarc.notification.model.Endpoint;
import dev.demarc.notification.model.RetrySchedule;
import dev.demarc.notification.model.SealedSecret;
import dev.demarc.notification.model.SendResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** One try of a delivery that was claimed: sends it and writes what came of it. */
public final class Attempting {

    private static final Retry STORE_AWAY = Retry.backoff(6, Duration.ofMillis(200)).maxBackoff(Duration.ofSeconds(5));

    private final DeliveryStore deliveries;
    private final EndpointHealth health;
    private final Channels channels;
    private final Secrets secrets;
    private final RetrySchedule schedule;
    private final RandomGenerator random;
    private final Clock clock;

    /** Needs the store, the channels, and a source of jitter. */
    public Attempting(DeliveryStore deliveries, EndpointHealth health, Channels channels, Secrets secrets,
            RetrySchedule schedule, RandomGenerator random, Clock clock) {
        this.deliveries = deliveries;
        this.health = health;
        this.channels = channels;
        this.secrets = secrets;
        this.schedule = schedule;
        this.random = random;
        this.clock = clock;
    }

    /** What came of it, told to {@code answered} before it is written. Where the store stays away for half a minute afterwards the lease runs out, and it is sent once more under its id. */
    public Mono<SendResult> attempt(Endpoint endpoint, Delivery claimed, Consumer<SendResult> answered) {
        Instant began = clock.instant();
        return Mono
                .defer(() -> channels.of(endpoint.target()).send(endpoint.target(), message(endpoint, claimed, began)))
                .onErrorResume(error -> Mono.just(new SendResult.NotAnswered("could not be sent: " + error)))
                .doOnNext(answered)
                .timed()
                .flatMap(timed -> record(endpoint, claimed, timed.get(), began, timed.elapsed())
                        .retryWhen(STORE_AWAY)
                        .thenReturn(timed.get()));
    }

    private Message message(Endpoint endpoint, Delivery claimed, Instant began) {
        List<String> signing = endpoint.secrets().signingAt(began).stream()
                .map(SealedSecret::ciphertext).map(secrets::open).toList();
        return new Message(claimed.id(), began, claimed.body(), signing);
    }

    private Mono<Void> record(Endpoint endpoint, Delivery claimed, SendResult result, Instant began, Duration took) {
        Delivery tried = claimed.tried(result, began, took, schedule, random.nextDouble());
        return deliveries.replace(tried)
                .flatMap(first -> first ? Mono.just(tried) : overtaken(tried, result, began, took))
                .filter(written -> !(written.state() instanceof DeliveryState.Waiting))
                .flatMap(written -> deliveries.wakeNext(written.lane(), clock.instant()))
                .then(Mono.defer(() -> health.note(endpoint, result)));
    }

    /** Another worker, a person or a disabled endpoint changed it meanwhile, or an answer of the store was lost. */
    private Mono<Delivery> overtaken(Delivery tried, SendResult result, Instant began, Duration took) {
        Attempt attempt = tried.attempts().getLast();
        return Races.won(() -> deliveries.find(tried.id())
                .flatMap(current -> {
                    if (current.attempts().contains(attempt)) {
                        return Mono.just(current);
                    }
                    Delivery next = current.overtaken(result, began, took);
                    return deliveries.replace(next).filter(Boolean::booleanValue).thenReturn(next);
                })
                .switchIfEmpty(Mono.just(tried)));
    }
}
