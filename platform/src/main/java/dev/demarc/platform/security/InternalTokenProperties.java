package dev.demarc.platform.security;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a service needs to know its callers.
 *
 * @param audience the name of the service in the token: {@code catalog}, {@code assessment}, {@code notification}
 * @param publicKeyFile SPKI PEM ({@code DEMARC_INTERNAL_TOKEN_PUBLIC_KEY_FILE})
 */
@ConfigurationProperties("demarc.internal-token")
public record InternalTokenProperties(String audience, Path publicKeyFile) {

    /** Refuses to start without them: a service without a key would trust nobody or everybody. */
    public InternalTokenProperties {
        if (audience == null || audience.isBlank()) {
            throw new IllegalArgumentException(
                    "demarc.internal-token.audience is missing; expected the service's name");
        }
        if (publicKeyFile == null || publicKeyFile.toString().isBlank()) {
            throw new IllegalArgumentException("demarc.internal-token.public-key-file is missing; set "
                    + "DEMARC_INTERNAL_TOKEN_PUBLIC_KEY_FILE to the gateway's public key (SPKI PEM)");
        }
    }
}
