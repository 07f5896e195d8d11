package dev.demarc.gateway.door;

import java.util.List;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Some paths as patterns, matched as rules and routes match theirs: an encoded letter is that letter. */
record Paths(List<PathPattern> patterns) {

    Paths(String... patterns) {
        this(List.of(patterns).stream().map(PathPatternParser.defaultInstance::parse).toList());
    }

    boolean matches(ServerWebExchange exchange) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.matches(exchange.getRequest().getPath().pathWithinApplication()));
    }
}
