package dev.demarc.platform.web;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/** Answers every error with a problem; one that nobody foresaw gets an id, which the log holds with its cause. */
final class ProblemHandler implements ErrorWebExceptionHandler, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final ProblemMapping mapping;
    private final ProblemWriter writer;

    ProblemHandler(ProblemMapping mapping, ProblemWriter writer) {
        this.mapping = mapping;
        this.writer = writer;
    }

    @Override
    public int getOrder() {
        return -2;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(error)) {
            return Mono.error(error);
        }
        Problem problem = mapping.problem(error);
        if (problem == null) {
            return writer.write(exchange, unforeseen(exchange, error));
        }
        if (problem.status() >= 500) {
            LOG.warn("{} {}: {} ({})", exchange.getRequest().getMethod(), path(exchange), problem.detail(),
                    error.toString());
        }
        if (error instanceof ErrorResponse response) {
            response.getHeaders().forEach((name, values) -> exchange.getResponse().getHeaders().addAll(name, values));
        }
        if (problem.status() == HttpStatus.UNAUTHORIZED.value()) {
            exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return writer.write(exchange, problem);
    }

    private static Problem unforeseen(ServerWebExchange exchange, Throwable error) {
        String id = "urn:uuid:" + UUID.randomUUID();
        LOG.error("[{}] {} {} failed", id, exchange.getRequest().getMethod(), path(exchange), error);
        return Problem
                .of(HttpStatus.INTERNAL_SERVER_ERROR, "this is Demarc's fault; its log holds the cause under " + id)
                .instance(id);
    }

    private static String path(ServerWebExchange exchange) {
        return ShownValue.shortened(exchange.getRequest().getPath().value());
    }
}
