package dev.demarc.gateway.door;

import dev.demarc.gateway.keys.ApiKeys;
import dev.demarc.gateway.keys.model.ApiKey;
import dev.demarc.gateway.keys.model.KeyText;
import dev.demarc.platform.security.Caller;
import dev.demarc.platform.security.CallerAuthentication;
import dev.demarc.platform.security.CredentialRefused;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.server.authentication.ServerAuthenticationConverter;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** From {@code Authorization: Bearer dmk_…} to a caller; who fails too often from one address has to wait. */
public final class KeyAuthentication implements ServerAuthenticationConverter, ReactiveAuthenticationManager {

    private static final String SCHEME = "Bearer ";

    private final ApiKeys keys;
    private final Buckets failures;
    private final ClientAddress addresses;

    /** With one bucket of failed attempts for each address. */
    public KeyAuthentication(ApiKeys keys, Buckets failures, ClientAddress addresses) {
        this.keys = keys;
        this.failures = failures;
        this.addresses = addresses;
    }

    @Override
    public Mono<Authentication> convert(ServerWebExchange exchange) {
        return Mono.defer(() -> {
            ServerHttpRequest request = exchange.getRequest();
            List<String> given = request.getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
            if (given.isEmpty()) {
                return Mono.empty();
            }
            String value = given.getFirst();
            boolean bearer = given.size() == 1 && value.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
            return Mono
                    .just(new Presented(bearer ? value.substring(SCHEME.length()).strip() : "", addresses.of(request)));
        });
    }

    @Override
    public Mono<Authentication> authenticate(Authentication authentication) {
        if (!(authentication instanceof Presented presented)) {
            return Mono.error(new CredentialRefused("send a key: Authorization: Bearer …"));
        }
        return switch (KeyText.read(presented.text)) {
            case KeyText.Refused(String why) -> refused(presented, why);
            case KeyText.Read(KeyText text) -> {
                Duration wait = keys.remembers(text) ? Duration.ZERO : failures.wait(presented.address);
                yield wait.isZero()
                        ? keys.recognise(text).<Authentication>map(KeyAuthentication::known)
                                .switchIfEmpty(Mono.defer(() -> refused(presented, "the key is not valid")))
                        : Mono.error(new TooManyRequests("failed attempts from this address", wait));
            }
        };
    }

    private static Authentication known(ApiKey key) {
        return new CallerAuthentication(new Caller(key.id(), Set.of(key.role()), key.teams()));
    }

    private Mono<Authentication> refused(Presented presented, String why) {
        Duration wait = failures.take(presented.address);
        return Mono.error(wait.isZero()
                ? new CredentialRefused(why)
                : new TooManyRequests("failed attempts from this address", wait));
    }

    private static final class Presented extends AbstractAuthenticationToken {

        private final String text;
        private final String address;

        Presented(String text, String address) {
            super(AuthorityUtils.NO_AUTHORITIES);
            this.text = text;
            this.address = address;
        }

        @Override
        public Object getCredentials() {
            return text;
        }

        @Override
        public Object getPrincipal() {
            return address;
        }
    }
}
