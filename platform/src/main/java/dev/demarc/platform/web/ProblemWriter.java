package dev.demarc.platform.web;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as the answer. */
public final class ProblemWriter {

    private final JsonMapper json;

    /** With the mapper of the service. */
    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Completes the exchange with the problem, as long as nothing has been sent. */
    public Mono<Void> write(ServerWebExchange exchange, Problem problem) {
        ServerHttpResponse response = exchange.getResponse();
        if (!response.setStatusCode(HttpStatusCode.valueOf(problem.status()))) {
            return Mono.error(new IllegalStateException("the answer has already begun"));
        }
        HttpHeaders headers = response.getHeaders();
        headers.remove(HttpHeaders.CONTENT_ENCODING);
        headers.remove(HttpHeaders.ETAG);
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl(CacheControl.noStore());
        Duration again = problem.retryAfter();
        if (again != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, again.toSeconds())));
        }
        byte[] body = json.writeValueAsBytes(problem);
        headers.setContentLength(body.length);
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }
}
