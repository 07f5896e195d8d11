package dev.demarc.gateway.keys.model;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secret beside the store that makes the store's hashes useless alone: HMAC-SHA-256 of keys and of sessions. */
public final class Pepper {

    /** The fewest bytes that a pepper may have. */
    public static final int SHORTEST = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    /** At least 32 bytes; {@link IllegalArgumentException} for fewer. */
    public Pepper(byte[] secret) {
        if (secret.length < SHORTEST) {
            throw new IllegalArgumentException("a pepper has at least " + SHORTEST + " bytes, not " + secret.length);
        }
        this.secret = new SecretKeySpec(secret, ALGORITHM);
    }

    /** What is stored instead of the key, in hexadecimal. */
    public String hash(KeyText key) {
        return hmac(key.text());
    }

    /** The keyed hash of a text for one purpose, in hexadecimal; from that for one nobody gets that for another. */
    public String seal(String purpose, String text) {
        return hmac(purpose + ":" + text);
    }

    /** Whether a hash is that of the key; takes the same time wherever they differ. */
    public boolean matches(KeyText key, String hash) {
        return MessageDigest.isEqual(hash(key).getBytes(StandardCharsets.US_ASCII),
                hash.getBytes(StandardCharsets.US_ASCII));
    }

    private String hmac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }
}
