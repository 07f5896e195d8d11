package dev.demarc.notification.web;

import dev.demarc.notification.application.EndpointStore;
import dev.demarc.notification.application.ManagingEndpoints;
import dev.demarc.notification.application.ManagingEndpoints.Wish;
import dev.demarc.notification.application.ManagingEndpoints.WithSecret;
import dev.demarc.notification.application.TestingEndpoint;
import dev.demarc.notification.model.Endpoint;
import dev.demarc.notification.model.Invalid;
import dev.demarc.platform.security.Caller;
import dev.demarc.platform.web.BadInput;
import dev.demarc.platform.web.Conflict;
import dev.demarc.platform.web.Cursor;
import dev.demarc.platform.web.Limit;
import dev.demarc.platform.web.NotFound;
import dev.demarc.platform.web.Page;
import dev.demarc.platform.web.Revisions;
import dev.demarc.platform.web.StaleRevision;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** {@code /api/notifications/endpoints}. */
@RestController
@RequestMapping("/api/notifications/endpoints")
public class EndpointController {

    private static final String LIST = "endpoints";

    private final EndpointStore endpoints;
    private final ManagingEndpoints managing;
    private final TestingEndpoint testing;

    /** Needs the store for reading and the use cases for the rest. */
    public EndpointController(EndpointStore endpoints, ManagingEndpoints managing, TestingEndpoint testing) {
        this.endpoints = endpoints;
        this.managing = managing;
        this.testing = testing;
    }

    @GetMapping
    Mono<Page<EndpointJson>> list(Caller caller, @RequestParam(defaultValue = "") List<String> team,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Set<String> teams = Scope.teams(caller, team);
        int most = Limit.parse(limit);
        Cursor from = Cursor.decode(LIST, cursor);
        return Mono.zip(endpoints.page(teams, from == null ? null : from.position().getFirst(), most + 1)
                .collectList(), endpoints.count(teams))
                .map(found -> Page.of(found.getT1(), most, found.getT2(), last -> Cursor.of(LIST, last.id()))
                        .map(EndpointJson::of));
    }

    @PostMapping
    Mono<ResponseEntity<EndpointWithSecretJson>> create(Caller caller, @RequestBody EndpointInput input) {
        Wish wish = checked(caller, input);
        return managing.add(wish, caller.id())
                .onErrorMap(Invalid.class, EndpointController::badInput)
                .map(made -> ResponseEntity
                        .created(URI.create("/api/notifications/endpoints/" + made.endpoint().id()))
                        .eTag(Revisions.etag(made.endpoint().revision()))
                        .body(EndpointWithSecretJson.of(made)));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<EndpointJson>> get(Caller caller, @PathVariable String id) {
        return seen(caller, id).map(EndpointController::shown);
    }

    @PutMapping("/{id}")
    Mono<ResponseEntity<EndpointJson>> put(Caller caller, @PathVariable String id,
            @RequestHeader HttpHeaders headers, @RequestBody EndpointInput input) {
        return edited(caller, id, headers).flatMap(current -> {
            Wish wish = checked(caller, input);
            return managing.edit(current, wish, caller.id())
                    .onErrorMap(Invalid.class, EndpointController::badInput)
                    .switchIfEmpty(overtaken(current));
        }).map(EndpointController::shown);
    }

    @DeleteMapping("/{id}")
    Mono<ResponseEntity<Void>> delete(Caller caller, @PathVariable String id, @RequestHeader HttpHeaders headers) {
        return edited(caller, id, headers)
                .flatMap(current -> managing.remove(current).switchIfEmpty(overtaken(current)))
                .map(_ -> ResponseEntity.noContent().build());
    }

    @PostMapping("/{id}/test")
    Mono<AttemptJson> test(Caller caller, @PathVariable String id) {
        return seen(caller, id).doOnNext(endpoint -> Scope.edit(caller, endpoint))
                .flatMap(testing::test)
                .map(AttemptJson::of)
                .switchIfEmpty(
                        Mono.error(() -> new Conflict("the test was sent, but its result was lost; see deliveries")));
    }

    @PostMapping("/{id}/rotate-secret")
    Mono<ResponseEntity<EndpointWithSecretJson>> rotate(Caller caller, @PathVariable String id,
            @RequestHeader HttpHeaders headers) {
        return edited(caller, id, headers)
                .flatMap(current -> managing.rotate(current).switchIfEmpty(overtaken(current)))
                .map(EndpointController::withSecret);
    }

    private Mono<Endpoint> seen(Caller caller, String id) {
        return endpoints.find(id)
                .switchIfEmpty(Mono.error(() -> new NotFound("endpoint", id)))
                .doOnNext(endpoint -> Scope.see(caller, endpoint.team(), "endpoint", id));
    }

    private Mono<Endpoint> edited(Caller caller, String id, HttpHeaders headers) {
        return seen(caller, id).doOnNext(endpoint -> {
            Scope.edit(caller, endpoint);
            Revisions.check(Revisions.ifMatch(headers), endpoint.revision());
        });
    }

    private static Wish checked(Caller caller, EndpointInput input) {
        try {
            Wish wish = input.wish();
            Scope.edit(caller, wish.team());
            return wish;
        } catch (Invalid invalid) {
            throw badInput(invalid);
        }
    }

    private <T> Mono<T> overtaken(Endpoint read) {
        return endpoints.find(read.id())
                .switchIfEmpty(Mono.error(() -> new NotFound("endpoint", read.id())))
                .flatMap(current -> Mono.error(new StaleRevision(read.revision(), current.revision())));
    }

    private static BadInput badInput(Invalid invalid) {
        return new BadInput(invalid.field(), invalid.value(), invalid.expected());
    }

    private static ResponseEntity<EndpointJson> shown(Endpoint endpoint) {
        return ResponseEntity.status(HttpStatus.OK).eTag(Revisions.etag(endpoint.revision()))
                .body(EndpointJson.of(endpoint));
    }

    private static ResponseEntity<EndpointWithSecretJson> withSecret(WithSecret made) {
        return ResponseEntity.ok().eTag(Revisions.etag(made.endpoint().revision()))
                .body(EndpointWithSecretJson.of(made));
    }
}
