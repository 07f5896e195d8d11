package dev.demarc.notification.web;

import dev.demarc.notification.application.DeliveryQuery;
import dev.demarc.notification.application.DeliveryStore;
import dev.demarc.notification.application.EndpointStore;
import dev.demarc.notification.application.Replaying;
import dev.demarc.notification.model.Delivery;
import dev.demarc.notification.model.Endpoint;
import dev.demarc.platform.security.Caller;
import dev.demarc.platform.web.BadInput;
import dev.demarc.platform.web.Conflict;
import dev.demarc.platform.web.Cursor;
import dev.demarc.platform.web.Limit;
import dev.demarc.platform.web.NotFound;
import dev.demarc.platform.web.Page;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /api/notifications/deliveries}. */
@RestController
@RequestMapping("/api/notifications/deliveries")
public class DeliveryController {

    private static final String LIST = "deliveries";
    private static final int MOST_COUNTED = 10_000;
    private static final Set<String> STATES = Set.of("waiting", "delivered", "failed", "cancelled");

    private final DeliveryStore deliveries;
    private final EndpointStore endpoints;
    private final Replaying replaying;

    /** Needs the stores for reading. */
    public DeliveryController(DeliveryStore deliveries, EndpointStore endpoints, Replaying replaying) {
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.replaying = replaying;
    }

    @GetMapping
    Mono<Page<DeliveryJson>> list(Caller caller, @RequestParam(required = false) @Nullable String endpoint,
            @RequestParam(defaultValue = "") List<String> state, @RequestParam(defaultValue = "") List<String> team,
            @RequestParam(required = false) @Nullable String gap,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        state.stream().filter(word -> !STATES.contains(word)).findFirst().ifPresent(word -> {
            throw new BadInput("state", word, "waiting, delivered, failed or cancelled");
        });
        int most = Limit.parse(limit);
        Cursor from = Cursor.decode(LIST, cursor);
        DeliveryQuery query = new DeliveryQuery(Scope.teams(caller, team), endpoint, Set.copyOf(state), gap,
                from == null ? null : from.position().getFirst(), most + 1);
        return Mono.zip(deliveries.list(query).collectList(), deliveries.count(query, MOST_COUNTED + 1),
                (found, count) -> Page.of(found, most, count > MOST_COUNTED ? null : count,
                        last -> Cursor.of(LIST, DeliveryQuery.place(last))).map(DeliveryJson::of));
    }

    @GetMapping("/{id}")
    Mono<DeliveryDetailJson> get(Caller caller, @PathVariable String id) {
        return seen(caller, id).map(DeliveryDetailJson::of);
    }

    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<DeliveryJson> replay(Caller caller, @PathVariable String id) {
        return seen(caller, id)
                .flatMap(delivery -> endpoints.find(delivery.endpoint())
                        .filter(Endpoint::enabled)
                        .switchIfEmpty(Mono.error(() -> new Conflict(
                                "its endpoint " + delivery.endpoint() + " is deleted or disabled; enable it first")))
                        .doOnNext(endpoint -> Scope.edit(caller, endpoint)))
                .flatMap(_ -> replaying.replay(id))
                .switchIfEmpty(Mono.error(() -> new NotFound("delivery", id)))
                .map(DeliveryJson::of);
    }

    private Mono<Delivery> seen(Caller caller, String id) {
        return deliveries.find(id)
                .switchIfEmpty(Mono.error(() -> new NotFound("delivery", id)))
                .doOnNext(delivery -> Scope.see(caller, delivery.team(), "delivery", id));
    }
}
