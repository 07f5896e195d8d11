package dev.demarc.platform.security;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The rules of a service in their order: the first one that matches decides, and what none matches is denied. */
public record AccessRules(List<AccessRule> rules) {

    private static final List<AccessRule> ACTUATOR = List.of(
            AccessRule.open("/actuator/health"),
            AccessRule.open("/actuator/health/readiness"),
            AccessRule.open("/actuator/health/liveness"),
            AccessRule.on("/actuator/**", Role.ADMIN));

    /** Keeps its own copy. */
    public AccessRules {
        rules = List.copyOf(rules);
    }

    /** Rules after those that are everywhere the same: health is open, the rest of the actuator for admins. */
    public static AccessRules of(AccessRule... rules) {
        return new AccessRules(Stream.concat(ACTUATOR.stream(), Stream.of(rules)).toList());
    }

    /** Whether any rule is about this path, whatever the method; where none is, there is nothing. */
    public boolean knows(ServerHttpRequest request) {
        return rules.stream().anyMatch(rule -> rule.matchesPath(request));
    }

    /** Whether a request is allowed to a caller; null where nobody is known. */
    public boolean allows(ServerHttpRequest request, @Nullable Caller caller) {
        for (AccessRule rule : rules) {
            if (rule.matches(request)) {
                return rule.allows().test(caller);
            }
        }
        return false;
    }
}
