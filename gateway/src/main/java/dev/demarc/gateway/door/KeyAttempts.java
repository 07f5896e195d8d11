package dev.demarc.gateway.door;

import dev.demarc.gateway.keys.ApiKeys;
import dev.demarc.gateway.keys.model.ApiKey;
import dev.demarc.gateway.keys.model.KeyText;
import dev.demarc.platform.security.CredentialRefused;
import java.time.Duration;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** Recognises keys, wherever in a request they stand; who fails too often from one address has to wait. */
public final class KeyAttempts {

    private final ApiKeys keys;
    private final Buckets failures;
    private final TrustedProxies proxies;

    /** With one bucket of failed attempts for each address. */
    public KeyAttempts(ApiKeys keys, Buckets failures, TrustedProxies proxies) {
        this.keys = keys;
        this.failures = failures;
        this.proxies = proxies;
    }

    /** The key with this text; else {@link CredentialRefused}, or {@link TooManyRequests} where there were too many. */
    public Mono<ApiKey> recognise(String text, ServerHttpRequest request) {
        String address = proxies.clientAddress(request);
        return switch (KeyText.read(text)) {
            case KeyText.Refused(String why) -> refused(address, why);
            case KeyText.Read(KeyText key) -> {
                Duration wait = keys.remembers(key) ? Duration.ZERO : failures.wait(address);
                yield wait.isZero()
                        ? keys.recognise(key)
                                .switchIfEmpty(Mono.defer(() -> refused(address, "the key is not valid")))
                        : Mono.error(tooMany(wait));
            }
        };
    }

    /** The key with this text, if it is valid; no attempt is counted, so this is only for who was let in before. */
    Mono<ApiKey> stillValid(String text) {
        return KeyText.read(text) instanceof KeyText.Read(KeyText key) ? keys.recognise(key) : Mono.empty();
    }

    private Mono<ApiKey> refused(String address, String why) {
        Duration wait = failures.take(address);
        return Mono.error(wait.isZero() ? new CredentialRefused(why) : tooMany(wait));
    }

    private static TooManyRequests tooMany(Duration wait) {
        return new TooManyRequests("failed attempts from this address", wait);
    }
}
