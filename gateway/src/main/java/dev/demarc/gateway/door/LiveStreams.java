package dev.demarc.gateway.door;

import dev.demarc.platform.security.AccessRules;
import dev.demarc.platform.security.Caller;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Bounds how many live streams one caller has at once, and ends those of a caller who is not let in any more. While the
 * store can't say, they go on.
 */
public final class LiveStreams implements WebFilter, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);
    private static final int AFTER_RATE_LIMIT = -40;
    private static final Paths STREAMS = new Paths("/api/stream/**");
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final ConcurrentHashMap<String, Integer> open = new ConcurrentHashMap<>();
    private final Credentials credentials;
    private final AccessRules rules;
    private final Bounds bounds;

    /** With what recognises callers, and who may what. */
    public LiveStreams(Credentials credentials, AccessRules rules, Bounds bounds) {
        this.credentials = credentials;
        this.rules = rules;
        this.bounds = bounds;
    }

    /**
     * How many, and how often they are looked after.
     *
     * @param most of one caller at this gateway
     * @param check how often it is asked whether the caller is still let in
     */
    public record Bounds(int most, Duration check) {}

    @Override
    public int getOrder() {
        return AFTER_RATE_LIMIT;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return STREAMS.matches(exchange)
                ? Caller.current().flatMap(caller -> counted(caller.id(), chain.filter(ending(exchange))))
                : chain.filter(exchange);
    }

    private Mono<Void> counted(String who, Mono<Void> stream) {
        return Mono.using(() -> {
            open.compute(who, (_, count) -> {
                if (count != null && count >= bounds.most()) {
                    throw new TooManyRequests("live streams at once, more than " + bounds.most(), AGAIN);
                }
                return count == null ? 1 : count + 1;
            });
            return who;
        }, _ -> stream, _ -> open.computeIfPresent(who, (_, count) -> count == 1 ? null : count - 1));
    }

    private ServerWebExchange ending(ServerWebExchange exchange) {
        Flux<Boolean> over = Flux.interval(bounds.check()).onBackpressureDrop().concatMap(_ -> mayGoOn(exchange), 1)
                .filter(goOn -> !goOn);
        return exchange.mutate().response(new ServerHttpResponseDecorator(exchange.getResponse()) {

            @Override
            public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
                return super.writeWith(Flux.from(body).takeUntilOther(over));
            }

            @Override
            public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
                return super.writeAndFlushWith(Flux.from(body).takeUntilOther(over));
            }
        }).build();
    }

    private Mono<Boolean> mayGoOn(ServerWebExchange exchange) {
        return credentials.stillValid(exchange).map(caller -> rules.allows(exchange.getRequest(), caller))
                .defaultIfEmpty(false).onErrorResume(error -> {
                    LOG.debug("whether a stream may go on is not known: {}", error.toString());
                    return Mono.just(true);
                });
    }
}
