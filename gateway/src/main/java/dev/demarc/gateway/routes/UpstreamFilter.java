package dev.demarc.gateway.routes;

import dev.demarc.platform.web.ProblemException;
import dev.demarc.platform.web.ServiceAway;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/** A service that is away is a 503 that says when to try again, and so is one that does not accept our token. */
public final class UpstreamFilter implements GlobalFilter, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(UpstreamFilter.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    /** Outside of the filters that a route has, so that its retries come first. */
    @Override
    public int getOrder() {
        return -5;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        String service = "the " + route.getMetadata().get(ServiceRoutes.AUDIENCE) + " service";
        return chain.filter(exchange)
                .onErrorMap(error -> !exchange.getResponse().isCommitted() && away(error), error -> {
                    LOG.warn("{} is away: {}", service, error.toString());
                    return new ServiceAway(service, AGAIN);
                });
    }

    private static boolean away(Throwable error) {
        if (error instanceof ProblemException || error instanceof AbortedException) {
            return false;
        }
        return error instanceof IOException || error instanceof PoolAcquireTimeoutException
                || error instanceof PoolAcquirePendingLimitException;
    }

    /** Between the answer's head and its body: our token refused is our fault, not the caller's. */
    public static final class TokenRefused implements GlobalFilter, Ordered {

        @Override
        public int getOrder() {
            return 0;
        }

        @Override
        public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
            return chain.filter(exchange).then(Mono.defer(() -> {
                if (exchange.getResponse().getStatusCode() == HttpStatus.UNAUTHORIZED) {
                    Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
                    LOG.error("{} refuses the internal token: are the keys a pair, and the clocks right?",
                            route.getId());
                    exchange.getResponse().getHeaders().clear();
                    return Mono.error(new ServiceAway("a service that accepts the gateway", AGAIN));
                }
                return Mono.empty();
            }));
        }
    }
}
