package dev.demarc.platform.security;

import dev.demarc.platform.web.Forbidden;
import dev.demarc.platform.web.Problem;
import dev.demarc.platform.web.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.AuthenticationWebFilter;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.security.web.server.authentication.ServerAuthenticationEntryPointFailureHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** A stateless filter chain from rules: no session, no cookie, no form, a problem for each refusal. */
public final class TokenSecurity {

    private final AccessRules rules;
    private final ProblemWriter problems;

    /** The rules and what writes 401 and 403. */
    public TokenSecurity(AccessRules rules, ProblemWriter problems) {
        this.rules = rules;
        this.problems = problems;
    }

    /** The chain; the manager gives a {@link CallerAuthentication} for what the converter read from the request. */
    public SecurityWebFilterChain chain(ServerHttpSecurity http, ServerAuthenticationConverter converter,
            ReactiveAuthenticationManager manager) {
        AuthenticationWebFilter filter = new AuthenticationWebFilter(manager);
        ServerAuthenticationEntryPoint unauthorized = this::unauthorized;
        filter.setServerAuthenticationConverter(converter);
        filter.setSecurityContextRepository(NoOpServerSecurityContextRepository.getInstance());
        filter.setAuthenticationFailureHandler(new ServerAuthenticationEntryPointFailureHandler(unauthorized));
        return http
                .csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .addFilterAt(filter, SecurityWebFiltersOrder.AUTHENTICATION)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(unauthorized)
                        .accessDeniedHandler((exchange, _) -> problems.write(exchange, denied(exchange))))
                .authorizeExchange(exchanges -> exchanges.anyExchange()
                        .access((authentication, context) -> authentication.mapNotNull(TokenSecurity::caller)
                                .map(caller -> decision(context.getExchange(), caller))
                                .switchIfEmpty(Mono.fromSupplier(() -> decision(context.getExchange(), null)))))
                .build();
    }

    private AuthorizationResult decision(ServerWebExchange exchange, @Nullable Caller caller) {
        return new AuthorizationDecision(rules.allows(exchange.getRequest(), caller));
    }

    private static @Nullable Caller caller(Authentication authentication) {
        return authentication.getPrincipal() instanceof Caller caller ? caller : null;
    }

    private Problem denied(ServerWebExchange exchange) {
        return rules.knows(exchange.getRequest())
                ? new Forbidden("your roles do not allow " + exchange.getRequest().getMethod() + " here").problem()
                : Problem.of(HttpStatus.NOT_FOUND, "there is nothing under this address");
    }

    private Mono<Void> unauthorized(ServerWebExchange exchange, AuthenticationException reason) {
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"demarc\"");
        return problems.write(exchange, Problem.of(HttpStatus.UNAUTHORIZED,
                reason instanceof CredentialRefused refused
                        ? refused.told()
                        : "send a key: Authorization: Bearer …"));
    }
}
