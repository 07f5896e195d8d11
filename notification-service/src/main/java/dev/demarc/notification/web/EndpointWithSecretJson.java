package dev.demarc.notification.web;

import dev.demarc.notification.application.ManagingEndpoints.WithSecret;
import dev.demarc.notification.model.SealedSecret;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An endpoint with its new secret, shown this once, and until when the one before signs too. */
record EndpointWithSecretJson(EndpointJson endpoint, String secret, @Nullable Instant previousSecretUntil) {

    static EndpointWithSecretJson of(WithSecret made) {
        return new EndpointWithSecretJson(EndpointJson.of(made.endpoint()), made.secret(),
                made.endpoint().secrets().secrets().stream().map(SealedSecret::validUntil).filter(Objects::nonNull)
                        .max(Instant::compareTo).orElse(null));
    }

    /** Leaves out the secret. */
    @Override
    public String toString() {
        return "EndpointWithSecretJson[" + endpoint.id() + "]";
    }
}
