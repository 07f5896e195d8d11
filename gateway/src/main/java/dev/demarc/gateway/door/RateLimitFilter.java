package dev.demarc.gateway.door;

import dev.demarc.gateway.dashboard.DashboardFiles;
import dev.demarc.platform.security.Caller;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Bounds how often one key may ask, ingest apart from the rest; without a key it counts by address. The dashboard's
 * files, which lie ready in memory, are not counted: many people may come from one address.
 */
public final class RateLimitFilter implements WebFilter, Ordered {

    private static final int AFTER_SECURITY = -50;

    private static final Paths INGEST = new Paths("/api/ingest/**", "/api/hooks/**");
    private static final Paths FILES = new Paths(DashboardFiles.PATHS.toArray(String[]::new));

    private final Buckets ingest;
    private final Buckets others;
    private final TrustedProxies proxies;

    /** With a bucket for each key. */
    public RateLimitFilter(Buckets ingest, Buckets others, TrustedProxies proxies) {
        this.ingest = ingest;
        this.others = others;
        this.proxies = proxies;
    }

    @Override
    public int getOrder() {
        return AFTER_SECURITY;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (FILES.matches(exchange)) {
            return chain.filter(exchange);
        }
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .mapNotNull(
                        authentication -> authentication.getPrincipal() instanceof Caller caller ? caller.id() : null)
                .defaultIfEmpty(proxies.clientAddress(exchange.getRequest()))
                .flatMap(who -> {
                    Duration wait = buckets(exchange).take(who);
                    return wait.isZero() ? chain.filter(exchange) : Mono.error(new TooManyRequests("requests", wait));
                });
    }

    private Buckets buckets(ServerWebExchange exchange) {
        return INGEST.matches(exchange) ? ingest : others;
    }
}
