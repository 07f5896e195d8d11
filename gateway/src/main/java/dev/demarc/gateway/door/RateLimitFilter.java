package dev.demarc.gateway.door;

import dev.demarc.platform.security.Caller;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Bounds how often one key may ask, ingest apart from the rest; without a key it counts by address. */
public final class RateLimitFilter implements WebFilter, Ordered {

    private static final int AFTER_SECURITY = -50;

    private final Buckets ingest;
    private final Buckets others;
    private final ClientAddress addresses;

    /** With a bucket for each key. */
    public RateLimitFilter(Buckets ingest, Buckets others, ClientAddress addresses) {
        this.ingest = ingest;
        this.others = others;
        this.addresses = addresses;
    }

    @Override
    public int getOrder() {
        return AFTER_SECURITY;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .mapNotNull(
                        authentication -> authentication.getPrincipal() instanceof Caller caller ? caller.id() : null)
                .defaultIfEmpty(addresses.of(exchange.getRequest()))
                .flatMap(who -> {
                    Duration wait = buckets(exchange).take(who);
                    return wait.isZero() ? chain.filter(exchange) : Mono.error(new TooManyRequests("requests", wait));
                });
    }

    private Buckets buckets(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        return path.startsWith("/api/ingest/") || path.startsWith("/api/hooks/") ? ingest : others;
    }
}
