package dev.demarc.gateway.routes;

import dev.demarc.platform.security.Caller;
import dev.demarc.platform.security.InternalTokenMinter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Drops what a caller says about itself and puts the internal token, minted for the route's service, in its place. */
public final class IdentityFilter implements GlobalFilter, Ordered {

    private static final Set<String> DROPPED = Set.of("authorization", "proxy-authorization", "cookie", "forwarded",
            "x-real-ip", "x-original-url", "x-rewrite-url");
    private static final List<String> DROPPED_PREFIXES = List.of("x-demarc-", "x-forwarded-");

    private final InternalTokenMinter minter;

    /** With the gateway's private key inside. */
    public IdentityFilter(InternalTokenMinter minter) {
        this.minter = minter;
    }

    @Override
    public int getOrder() {
        return -10;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return Caller.current().flatMap(caller -> {
            Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
            String audience = (String) Objects.requireNonNull(route.getMetadata().get(ServiceRoutes.AUDIENCE));
            ServerHttpRequest request = exchange.getRequest().mutate().headers(headers -> {
                List.copyOf(headers.headerNames()).stream().filter(IdentityFilter::dropped).forEach(headers::remove);
                headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + minter.mint(caller, audience));
            }).build();
            return chain.filter(exchange.mutate().request(request).build());
        });
    }

    private static boolean dropped(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return DROPPED.contains(lower) || DROPPED_PREFIXES.stream().anyMatch(lower::startsWith);
    }
}
