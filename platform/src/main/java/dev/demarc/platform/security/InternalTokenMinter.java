package dev.demarc.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;

/** Mints the internal token; the gateway alone has the private key. */
public final class InternalTokenMinter {

    private final Ed25519.Signer signer;
    private final Clock clock;

    /** With the key of {@link InternalKeys#readPrivate}. */
    public InternalTokenMinter(PrivateKey key, Clock clock) {
        this.signer = new Ed25519.Signer(key);
        this.clock = clock;
    }

    /** A token for one service ({@code catalog}), valid for 60 s. */
    public String mint(Caller caller, String audience) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(InternalToken.ISSUER)
                .audience(audience)
                .subject(caller.id())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(InternalToken.LIFETIME)))
                .claim(InternalToken.ROLES, caller.roles().stream().map(Role::word).sorted().toList())
                .claim(InternalToken.TEAMS, caller.teams().stream().sorted().toList())
                .build();
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(Ed25519.ALGORITHM).type(InternalToken.TYPE).build(),
                claims);
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("the internal token can't be signed", e);
        }
        return token.serialize();
    }
}
