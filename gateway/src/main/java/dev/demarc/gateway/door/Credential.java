package dev.demarc.gateway.door;

import dev.demarc.platform.security.Caller;
import dev.demarc.platform.security.CredentialRefused;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** One of the ways in which a request can say who is calling. */
public interface Credential {

    /**
     * The caller; empty where the request carries nothing of this kind. Fails with {@link CredentialRefused} where what
     * it carries is not valid, and with any other problem that the caller is to be told.
     */
    Mono<Caller> caller(ServerWebExchange exchange);

    /** The caller while the request's credential is still valid, else empty; counts nothing as an attempt. */
    Mono<Caller> stillValid(ServerWebExchange exchange);
}
