package dev.demarc.assessment.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** The ids of subjects and gaps: stable, safe in a URL, the same whoever computes them. */
public final class SubjectIds {

    /** The type that an AWS account has as a subject; AWS Config uses the same word. */
    public static final String AWS_ACCOUNT_TYPE = "AWS::::Account";

    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int CHARACTERS = 26;
    private static final int BITS = 5;

    private SubjectIds() {}

    /** {@code r-} and 26 characters of base32, from what identifies a resource for ever. */
    public static String resource(String provider, String partition, String account, String nativeId) {
        return "r-" + digest(provider + '|' + partition + '|' + account + '|' + nativeId);
    }

    /** {@code a-aws-111122223333}. */
    public static String account(String provider, String account) {
        return "a-" + provider + '-' + account;
    }

    /** {@code g-} and 26 characters of base32: one gap for a subject's incarnation, control and check (or other detail). */
    public static String gap(String subject, int incarnation, String control, @Nullable String detail) {
        return "g-" + digest(subject + '|' + incarnation + '|' + control + '|' + (detail == null ? "" : detail));
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return base32(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The first bits of the hash as lower-case base32 (RFC 4648). */
    private static String base32(byte[] hash) {
        StringBuilder text = new StringBuilder(CHARACTERS);
        int bits = 0;
        int held = 0;
        for (int next = 0; text.length() < CHARACTERS; held -= BITS) {
            if (held < BITS) {
                bits = (bits << Byte.SIZE) | Byte.toUnsignedInt(hash[next++]);
                held += Byte.SIZE;
            }
            text.append(BASE32.charAt((bits >> (held - BITS)) & (BASE32.length() - 1)));
        }
        return text.toString();
    }
}
