package dev.demarc.gateway.door;

import dev.demarc.gateway.sessions.Sessions;
import dev.demarc.platform.security.Caller;
import dev.demarc.platform.security.CredentialRefused;
import java.util.function.Predicate;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The cookie of a browser's session; where nobody has to be known it is not looked at, so that an old one bars nothing. */
public final class SessionCredential implements Credential {

    private final Sessions sessions;
    private final Predicate<ServerHttpRequest> open;

    /** With the sessions, and which requests everybody may send. */
    public SessionCredential(Sessions sessions, Predicate<ServerHttpRequest> open) {
        this.sessions = sessions;
        this.open = open;
    }

    @Override
    public Mono<Caller> caller(ServerWebExchange exchange) {
        ServerHttpRequest request = exchange.getRequest();
        return Mono.justOrEmpty(SessionCookie.in(request)).filter(_ -> !open.test(request))
                .flatMap(token -> sessions.find(token)
                        .switchIfEmpty(Mono.error(() -> new CredentialRefused("the session is over: log in again"))))
                .doOnNext(session -> Csrf.check(request, session)).map(session -> KeyCredential.caller(session.key()));
    }

    @Override
    public Mono<Caller> stillValid(ServerWebExchange exchange) {
        return Mono.justOrEmpty(SessionCookie.in(exchange.getRequest())).flatMap(sessions::find)
                .map(session -> KeyCredential.caller(session.key()));
    }
}
