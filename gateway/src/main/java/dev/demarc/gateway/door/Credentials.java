package dev.demarc.gateway.door;

import dev.demarc.platform.security.Caller;
import dev.demarc.platform.security.CallerAuthentication;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The ways to be known, in their order: the first of which the request carries something decides. */
public final class Credentials implements ServerAuthenticationConverter {

    private final List<Credential> all;

    /** In their order. */
    public Credentials(Credential... all) {
        this.all = List.of(all);
    }

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        return Flux.fromIterable(all).concatMap(one -> one.caller(exchange)).next().map(CallerAuthentication::new);
    }

    /** The caller of a request that was let in before, while its credential is valid; else empty. */
    public Mono<Caller> stillValid(ServerWebExchange exchange) {
        return Flux.fromIterable(all).concatMap(one -> one.stillValid(exchange)).next();
    }
}
