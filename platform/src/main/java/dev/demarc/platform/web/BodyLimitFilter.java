package dev.demarc.platform.web;

import java.util.function.ToLongFunction;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Bounds every body by the bytes that really arrive, so that a chunked one or a false Content-Length does not pass. */
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
        long limit = limits.applyAsLong(request);
        if (request.getHeaders().getContentLength() > limit) {
            return Mono.error(new BodyTooLarge(limit));
        }
        return chain.filter(exchange.mutate().request(new Bounded(request, limit)).build());
    }

    private static final class Bounded extends ServerHttpRequestDecorator {

        private final long limit;

        Bounded(ServerHttpRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            return Flux.defer(() -> {
                long[] seen = {0};
                return super.getBody().handle((buffer, sink) -> {
                    seen[0] += buffer.readableByteCount();
                    if (seen[0] > limit) {
                        DataBufferUtils.release(buffer);
                        sink.error(new BodyTooLarge(limit));
                    } else {
                        sink.next(buffer);
                    }
                });
            });
        }
    }
}
