package dev.demarc.platform.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may use an address: a Spring path pattern, some methods (none means all of them) and the role it needs.
 *
 * @param needs null where no caller is needed at all
 */
public record AccessRule(PathPattern pattern, Set<HttpMethod> methods, @Nullable Role needs) {

    /** Keeps its own copy. */
    public AccessRule {
        methods = Set.copyOf(methods);
    }

    /** GET and HEAD of a path like {@code /api/gaps/**}. */
    public static AccessRule read(String path, Role needs) {
        return new AccessRule(PathPatternParser.defaultInstance.parse(path), Set.of(HttpMethod.GET, HttpMethod.HEAD),
                needs);
    }

    /** Some methods of a path; all methods where none is named. */
    public static AccessRule on(String path, Role needs, HttpMethod... methods) {
        return new AccessRule(PathPatternParser.defaultInstance.parse(path), Set.of(methods), needs);
    }

    /** GET and HEAD of a path for everybody, without any token. */
    public static AccessRule open(String path) {
        return new AccessRule(PathPatternParser.defaultInstance.parse(path), Set.of(HttpMethod.GET, HttpMethod.HEAD),
                null);
    }

    boolean matches(ServerHttpRequest request) {
        PathContainer path = request.getPath().pathWithinApplication();
        return pattern.matches(path) && (methods.isEmpty() || methods.contains(request.getMethod()));
    }
}
