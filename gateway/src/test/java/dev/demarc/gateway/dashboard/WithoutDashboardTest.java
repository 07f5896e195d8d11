package dev.demarc.gateway.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.codec.HttpMessageReader;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.test.StepVerifier;

class WithoutDashboardTest {

    @Test
    void theGatewayAloneSaysThatItHasNoPages() {
        List<HttpMessageReader<?>> none = List.of();
        ServerRequest request = ServerRequest
                .create(MockServerWebExchange.from(MockServerHttpRequest.get("/").header("Accept", "text/html")), none);

        StepVerifier.create(new DashboardFiles(Map.of()).routes().route(request).flatMap(one -> one.handle(request)))
                .expectErrorSatisfies(error -> {
                    assertThat(error).isInstanceOf(DashboardFiles.Missing.class);
                    assertThat(((DashboardFiles.Missing) error).problem().status()).isEqualTo(404);
                    assertThat(error).hasMessageContaining("without the dashboard").hasMessageContaining("/api");
                }).verify();
    }
}
