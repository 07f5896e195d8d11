package dev.demarc.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.demarc.platform.security.InternalTokenVerifier.InvalidToken;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InternalTokenTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    private static final Caller CALLER = new Caller("k-1", Set.of(Role.EDITOR, Role.INGESTER), Set.of("payments"));

    @TempDir
    Path dir = Path.of("");
    private PrivateKey privateKey = InternalKeysTest.anyPrivateKey();
    private PublicKey publicKey = InternalKeysTest.anyPublicKey();

    @BeforeEach
    void makeKeys() {
        InternalKeys keys = InternalKeys.generate(dir);
        privateKey = InternalKeys.readPrivate(keys.privateKey());
        publicKey = InternalKeys.readPublic(keys.publicKey());
    }

    @Test
    void theCallerArrivesAsTheGatewayKnewIt() {
        assertThat(verifier("catalog", NOW).verify(mint("catalog"))).isEqualTo(CALLER);
    }

    @Test
    void aTokenOfAnotherServiceIsRefused() {
        refused(verifier("assessment", NOW), mint("catalog"));
    }

    @Test
    void aTokenIsValidForAMinuteAndTheSkewOfClocks() {
        String token = mint("catalog");

        assertThat(verifier("catalog", NOW.plusSeconds(64)).verify(token)).isEqualTo(CALLER);
        refused(verifier("catalog", NOW.plusSeconds(66)), token);
    }

    @Test
    void aChangedTokenIsRefused() {
        String token = mint("catalog");
        String[] parts = token.split("\\.");
        String stronger = new JWTClaimsSet.Builder(claims("catalog").build()).claim("roles", List.of("admin")).build()
                .toString();
        String forged = parts[0] + "." + com.nimbusds.jose.util.Base64URL.encode(stronger) + "." + parts[2];

        refused(verifier("catalog", NOW), forged);
        refused(verifier("catalog", NOW), parts[0] + "." + parts[1] + ".");
        refused(verifier("catalog", NOW), "");
        refused(verifier("catalog", NOW), "x.y.z");
    }

    @Test
    void aTokenOfAnotherKeyIsRefused() {
        InternalKeys other = InternalKeys.generate(dir.resolve("other"));
        String token = new InternalTokenMinter(InternalKeys.readPrivate(other.privateKey()), clock(NOW)).mint(CALLER,
                "catalog");

        refused(verifier("catalog", NOW), token);
    }

    @Test
    void anUnsignedTokenIsRefused() {
        refused(verifier("catalog", NOW), new PlainJWT(claims("catalog").build()).serialize());
    }

    @Test
    void aTokenSignedWithThePublicKeyAsASharedSecretIsRefused() throws Exception {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).type(InternalToken.TYPE).build(),
                claims("catalog").build());
        token.sign(new MACSigner(publicKey.getEncoded()));

        refused(verifier("catalog", NOW), token.serialize());
    }

    @Test
    void aTokenOfAnotherTypeOrIssuerOrWithoutItsClaimsIsRefused() throws Exception {
        refused(verifier("catalog", NOW), signed(JOSEObjectType.JWT, claims("catalog").build()));
        refused(verifier("catalog", NOW), signed(InternalToken.TYPE, claims("catalog").issuer("other").build()));
        refused(verifier("catalog", NOW), signed(InternalToken.TYPE, claims("catalog").expirationTime(null).build()));
        refused(verifier("catalog", NOW), signed(InternalToken.TYPE, claims("catalog").claim("roles", null).build()));
        refused(verifier("catalog", NOW),
                signed(InternalToken.TYPE, claims("catalog").claim("roles", List.of("root")).build()));
    }

    private String mint(String audience) {
        return new InternalTokenMinter(privateKey, clock(NOW)).mint(CALLER, audience);
    }

    private String signed(JOSEObjectType type, JWTClaimsSet claims) throws Exception {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(Ed25519.ALGORITHM).type(type).build(), claims);
        token.sign(new Ed25519.Signer(privateKey));
        return token.serialize();
    }

    private static JWTClaimsSet.Builder claims(String audience) {
        return new JWTClaimsSet.Builder().issuer(InternalToken.ISSUER).audience(audience).subject("k-1")
                .issueTime(Date.from(NOW)).expirationTime(Date.from(NOW.plus(Duration.ofMinutes(1))))
                .claim("roles", List.of("viewer")).claim("teams", List.of());
    }

    private InternalTokenVerifier verifier(String audience, Instant at) {
        return new InternalTokenVerifier(publicKey, audience, clock(at));
    }

    private static void refused(InternalTokenVerifier verifier, String token) {
        assertThatThrownBy(() -> verifier.verify(token)).isInstanceOf(InvalidToken.class);
    }

    private static Clock clock(Instant at) {
        return Clock.fixed(at, ZoneOffset.UTC);
    }
}
