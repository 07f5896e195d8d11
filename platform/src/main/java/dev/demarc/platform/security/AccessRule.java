package dev.demarc.platform.security;

import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may use an address: a Spring path pattern, some methods (none means all of them) and who is let in.
 *
 * @param allows is asked with null where nobody is known
 */
public record AccessRule(PathPattern pattern, Set<HttpMethod> methods, Predicate<@Nullable Caller> allows) {

    private static final HttpMethod[] READ = {HttpMethod.GET, HttpMethod.HEAD};

    /** Keeps its own copy. */
    public AccessRule {
        methods = Set.copyOf(methods);
    }

    /** Some methods of a path like {@code /api/gaps/**} for who has a role; all methods where none is named. */
    public static AccessRule on(String path, Role needs, HttpMethod... methods) {
        return rule(path, caller -> caller != null && caller.may(needs), methods);
    }

    /** GET and HEAD of a path for who has a role. */
    public static AccessRule read(String path, Role needs) {
        return on(path, needs, READ);
    }

    /** GET and HEAD of a path for every known caller, whatever the role. */
    public static AccessRule readByAnyCaller(String path) {
        return rule(path, caller -> caller != null, READ);
    }

    /** Some methods of a path for everybody, without any credential; GET and HEAD where none is named. */
    public static AccessRule open(String path, HttpMethod... methods) {
        return rule(path, _ -> true, methods.length == 0 ? READ : methods);
    }

    boolean matchesPath(ServerHttpRequest request) {
        return pattern.matches(request.getPath().pathWithinApplication());
    }

    boolean matches(ServerHttpRequest request) {
        return (methods.isEmpty() || methods.contains(request.getMethod())) && matchesPath(request);
    }

    private static AccessRule rule(String path, Predicate<@Nullable Caller> allows, HttpMethod... methods) {
        return new AccessRule(PathPatternParser.defaultInstance.parse(path), Set.of(methods), allows);
    }
}
