package dev.demarc.platform.web;

import java.util.function.ToLongFunction;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Bounds every body by the bytes that really arrive, so that a chunked one or a false Content-Length does not pass. What
 * nobody reads of a body is read away before the answer, or else the connection's next request waits for it for ever.
 */
public final class BodyLimitFilter implements WebFilter, Ordered {

    private final ToLongFunction<ServerHttpRequest> limits;

    /** The largest body in bytes, by request. */
    public BodyLimitFilter(ToLongFunction<ServerHttpRequest> limits) {
        this.limits = limits;
    }

    /** Before everything that can read a body. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 50;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        if (!hasBody(request.getHeaders())) {
            return chain.filter(exchange);
        }
        long limit = limits.applyAsLong(request);
        BoundedRequest bounded = new BoundedRequest(request, limit);
        exchange.getResponse().beforeCommit(() -> bounded.finish().doOnNext(finished -> {
            if (!finished) {
                exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
            }
        }).then());
        return request.getHeaders().getContentLength() > limit
                ? Mono.error(new BodyTooLarge(limit))
                : chain.filter(exchange.mutate().request(bounded).build());
    }

    private static boolean hasBody(HttpHeaders headers) {
        return headers.getContentLength() > 0 || headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }
}
