package dev.demarc.platform.security;

import dev.demarc.platform.web.Forbidden;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import reactor.core.publisher.Mono;

/**
 * Who is calling, as the gateway has established it.
 *
 * @param id the id of the key or user, kept with whatever the caller changes
 * @param teams the teams that the caller belongs to; empty means no team in particular
 */
public record Caller(String id, Set<Role> roles, Set<String> teams) {

    /** Keeps its own copies. */
    public Caller {
        roles = Set.copyOf(roles);
        teams = Set.copyOf(teams);
    }

    /** Whether one of the roles includes the needed one. */
    public boolean may(Role needed) {
        return roles.stream().anyMatch(role -> role.includes(needed));
    }

    /** {@link Forbidden} unless one of the roles includes the needed one. */
    public void require(Role needed) {
        if (!may(needed)) {
            throw new Forbidden("this needs the role " + needed.word());
        }
    }

    /** The caller of the request being served; an error where there is none, since no handler runs without one. */
    public static Mono<Caller> current() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(context -> context.getAuthentication())
                .mapNotNull(Authentication::getPrincipal)
                .ofType(Caller.class)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("no caller in this request")));
    }
}
