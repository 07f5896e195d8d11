package dev.demarc.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerifierFactory;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.security.PublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Verifies the internal token of one service: signature, type, issuer, audience, time, and the shape of its claims. */
public final class InternalTokenVerifier {

    private static final Set<String> REQUIRED = Set.of("sub", "iat", "exp", InternalToken.ROLES, InternalToken.TEAMS);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    /** With the key of {@link InternalKeys#readPublic} and the name of the service. */
    public InternalTokenVerifier(PublicKey key, String audience, Clock clock) {
        Ed25519.Verifier verifier = new Ed25519.Verifier(key);
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(InternalToken.TYPE));
        processor.setJWSKeySelector((header, _) -> Ed25519.ALGORITHM.equals(header.getAlgorithm())
                ? List.of(key)
                : List.of());
        processor.setJWSVerifierFactory(new OneVerifier(verifier));
        processor.setJWTClaimsSetVerifier(new Claims(audience, clock));
    }

    /** The caller; {@link InvalidToken} for a token that is not ours, not for this service, or no longer valid. */
    public Caller verify(String token) {
        try {
            JWTClaimsSet claims = processor.process(token, null);
            List<String> roles = claims.getStringListClaim(InternalToken.ROLES);
            List<String> teams = claims.getStringListClaim(InternalToken.TEAMS);
            return new Caller(claims.getSubject(), roles.stream().map(Role::of).collect(Collectors.toSet()),
                    Set.copyOf(teams));
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
            throw new InvalidToken(e);
        }
    }

    private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {

        private final Clock clock;

        Claims(String audience, Clock clock) {
            super(audience, new JWTClaimsSet.Builder().issuer(InternalToken.ISSUER).build(), REQUIRED);
            this.clock = clock;
            setMaxClockSkew(Math.toIntExact(InternalToken.CLOCK_SKEW.toSeconds()));
        }

        @Override
        protected Date currentTime() {
            return Date.from(clock.instant());
        }
    }

    private record OneVerifier(Ed25519.Verifier verifier) implements JWSVerifierFactory {

        @Override
        public com.nimbusds.jose.JWSVerifier createJWSVerifier(com.nimbusds.jose.JWSHeader header,
                java.security.Key key) {
            return verifier;
        }

        @Override
        public Set<com.nimbusds.jose.JWSAlgorithm> supportedJWSAlgorithms() {
            return verifier.supportedJWSAlgorithms();
        }

        @Override
        public com.nimbusds.jose.jca.JCAContext getJCAContext() {
            return verifier.getJCAContext();
        }
    }

    /** The token is not accepted; the cause says why, for the log only. */
    public static final class InvalidToken extends RuntimeException {

        InvalidToken(@Nullable Throwable cause) {
            super("the token is not valid here", cause);
        }
    }
}
