package dev.demarc.notification.application;

import dev.demarc.notification.model.Endpoint;
import dev.demarc.notification.model.EndpointFilter;
import dev.demarc.notification.model.EndpointState;
import dev.demarc.notification.model.Invalid;
import dev.demarc.notification.model.SigningSecrets;
import dev.demarc.notification.model.Target;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Adds, edits and removes endpoints. Results are empty where another writer was first. */
public final class ManagingEndpoints {

    private final EndpointStore endpoints;
    private final DeliveryStore deliveries;
    private final Channels channels;
    private final Secrets secrets;
    private final Supplier<String> ids;
    private final Duration overlap;
    private final int most;
    private final Clock clock;

    /** At most {@code most} endpoints; a rotated secret signs on for {@code overlap}. */
    public ManagingEndpoints(EndpointStore endpoints, DeliveryStore deliveries, Channels channels, Secrets secrets,
            Supplier<String> ids, Duration overlap, int most, Clock clock) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.channels = channels;
        this.secrets = secrets;
        this.ids = ids;
        this.overlap = overlap;
        this.most = most;
        this.clock = clock;
    }

    /** What a person can set. */
    public record Wish(String name, @Nullable String team, Target target, EndpointFilter filter, boolean enabled) {}

    /** An endpoint with the secret that is shown this once. */
    public record WithSecret(Endpoint endpoint, String secret) {

        /** Leaves out the secret. */
        @Override
        public String toString() {
            return "WithSecret[" + endpoint.id() + "]";
        }
    }

    /** A new endpoint; fails with {@link Invalid} where its target is refused or there are too many already. */
    public Mono<WithSecret> add(Wish wish, String by) {
        return channels.of(wish.target()).check(wish.target())
                .then(Mono.defer(() -> endpoints.count(null)))
                .flatMap(count -> count < most ? Mono.just(count) : Mono.error(() -> tooMany(count)))
                .flatMap(_ -> {
                    Instant now = clock.instant();
                    String secret = secrets.generate();
                    Endpoint endpoint = new Endpoint(ids.get(), wish.name(), wish.team(), wish.target(),
                            wish.filter(), state(wish, null, by, now),
                            SigningSecrets.first(secrets.seal(secret), now), null, by, now, now, 1);
                    return endpoints.insert(endpoint).thenReturn(new WithSecret(endpoint, secret));
                });
    }

    /** The edited endpoint; disabling it cancels what still waits. */
    public Mono<Endpoint> edit(Endpoint current, Wish wish, String by) {
        Instant now = clock.instant();
        Endpoint next = current.edited(wish.name(), wish.team(), wish.target(), wish.filter(),
                state(wish, current, by, now), now);
        return channels.of(wish.target()).check(wish.target())
                .then(Mono.defer(() -> endpoints.replace(next)))
                .filter(Boolean::booleanValue)
                .flatMap(_ -> next.enabled()
                        ? Mono.just(next)
                        : deliveries.cancelWaiting(next.id(), "the endpoint was disabled", now).thenReturn(next));
    }

    /** The endpoint with a new current secret. */
    public Mono<WithSecret> rotate(Endpoint current) {
        String secret = secrets.generate();
        Endpoint next = current.rotated(secrets.seal(secret), clock.instant(), overlap);
        return endpoints.replace(next).filter(Boolean::booleanValue).map(_ -> new WithSecret(next, secret));
    }

    /** True once it is gone; what still waits for it is cancelled. */
    public Mono<Boolean> remove(Endpoint current) {
        return endpoints.delete(current.id(), current.revision())
                .filter(Boolean::booleanValue)
                .flatMap(_ -> deliveries.cancelWaiting(current.id(), "the endpoint was deleted", clock.instant()))
                .map(_ -> true);
    }

    private static EndpointState state(Wish wish, @Nullable Endpoint current, String by, Instant now) {
        if (wish.enabled()) {
            return new EndpointState.Enabled();
        }
        return current != null && current.state() instanceof EndpointState.Disabled disabled
                ? disabled
                : new EndpointState.Disabled("disabled by " + by, now);
    }

    private Invalid tooMany(long count) {
        return new Invalid("endpoints", Long.toString(count), "fewer than " + most + " endpoints; delete one first");
    }
}
