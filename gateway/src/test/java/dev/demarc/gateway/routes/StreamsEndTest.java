package dev.demarc.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class StreamsEndTest {

    private static final Duration WAIT = Duration.ofSeconds(10);

    private final StreamsEnd end = new StreamsEnd();
    private final MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/x"));

    private Mono<Void> answered(String route) {
        exchange.getAttributes().put(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR, Route.async().id(route)
                .uri(URI.create("http://service:80")).predicate(_ -> true).build());
        DataBuffer one = DefaultDataBufferFactory.sharedInstance.wrap("one".getBytes(StandardCharsets.UTF_8));
        Flux<Mono<DataBuffer>> endless = Flux.<Mono<DataBuffer>>never().startWith(Mono.just(one));
        return end.filter(exchange, each -> each.getResponse().writeAndFlushWith(endless));
    }

    @Test
    void aLiveStreamEndsWhenTheGatewayStopsWithWhatWasSentSoFar() {
        end.start();
        StepVerifier.create(answered(ServiceRoutes.STREAM)).expectSubscription().then(end::stop).expectComplete()
                .verify(WAIT);
        assertThat(exchange.getResponse().getBodyAsString().block(WAIT)).isEqualTo("one");
        assertThat(end.isRunning()).isFalse();
    }

    @Test
    void anyOtherAnswerIsLeftToComeToItsEnd() {
        end.start();
        StepVerifier.create(answered("assessment")).expectSubscription().then(end::stop)
                .expectNoEvent(Duration.ofMillis(50)).thenCancel().verify(WAIT);
    }
}
