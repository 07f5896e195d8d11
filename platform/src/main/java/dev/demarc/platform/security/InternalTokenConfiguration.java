package dev.demarc.platform.security;

import dev.demarc.platform.security.InternalTokenVerifier.InvalidToken;
import dev.demarc.platform.web.ProblemWriter;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.server.authentication.ServerBearerTokenAuthenticationConverter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import reactor.core.publisher.Mono;

/** What a service imports to accept nobody but the gateway; it adds a {@link Clock} and its {@link AccessRules}. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(InternalTokenProperties.class)
public class InternalTokenConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(InternalTokenConfiguration.class);

    @Bean
    InternalTokenVerifier internalTokenVerifier(InternalTokenProperties token, Clock clock) {
        return new InternalTokenVerifier(InternalKeys.readPublic(token.publicKeyFile()), token.audience(), clock);
    }

    @Bean
    ReactiveAuthenticationManager internalTokens(InternalTokenVerifier verifier) {
        return given -> Mono.fromCallable(() -> authenticate(verifier, given));
    }

    @Bean
    SecurityWebFilterChain internalTokenChain(ServerHttpSecurity http, AccessRules rules, ProblemWriter problems,
            ReactiveAuthenticationManager internalTokens) {
        return new TokenSecurity(rules, problems).chain(http, new ServerBearerTokenAuthenticationConverter(),
                internalTokens);
    }

    @Bean
    WebFluxConfigurer callerArguments() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
                configurer.addCustomResolver(new CallerArgumentResolver());
            }
        };
    }

    private static Authentication authenticate(InternalTokenVerifier verifier, Authentication given) {
        if (!(given instanceof BearerTokenAuthenticationToken bearer)) {
            throw new CredentialRefused("this service takes the gateway's token only");
        }
        try {
            return new CallerAuthentication(verifier.verify(bearer.getToken()));
        } catch (InvalidToken e) {
            LOG.warn("internal token refused: {}", String.valueOf(e.getCause()));
            throw new CredentialRefused("this service takes the gateway's token only");
        }
    }
}
