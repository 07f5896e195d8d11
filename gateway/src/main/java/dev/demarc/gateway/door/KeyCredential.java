package dev.demarc.gateway.door;

import dev.demarc.gateway.keys.model.ApiKey;
import dev.demarc.platform.security.Caller;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** {@code Authorization: Bearer dmk_…}. */
public final class KeyCredential implements Credential {

    private static final String SCHEME = "Bearer ";

    private final KeyAttempts attempts;

    /** With what bounds wrong keys. */
    public KeyCredential(KeyAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public Mono<Caller> caller(ServerWebExchange exchange) {
        return Mono.justOrEmpty(presented(exchange.getRequest()))
                .flatMap(text -> attempts.recognise(text, exchange.getRequest())).map(KeyCredential::caller);
    }

    @Override
    public Mono<Caller> stillValid(ServerWebExchange exchange) {
        return Mono.justOrEmpty(presented(exchange.getRequest())).flatMap(attempts::stillValid)
                .map(KeyCredential::caller);
    }

    static Caller caller(ApiKey key) {
        return new Caller(key.id(), Set.of(key.role()), key.teams());
    }

    private static Optional<String> presented(ServerHttpRequest request) {
        List<String> given = request.getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        String value = given.getFirst();
        boolean bearer = given.size() == 1 && value.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        return Optional.of(bearer ? value.substring(SCHEME.length()).strip() : "");
    }
}
