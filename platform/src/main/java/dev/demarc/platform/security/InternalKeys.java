package dev.demarc.platform.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The Ed25519 key pair of the internal token, as two PEM files (PKCS#8 and SPKI): the gateway signs with the private
 * one, every service verifies with the public one.
 *
 * @param privateKey the file that only the gateway reads
 * @param publicKey the file that every service reads
 */
public record InternalKeys(Path privateKey, Path publicKey) {

    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    /** The files of a directory, whether they exist or not. */
    public static InternalKeys in(Path dir) {
        return new InternalKeys(dir.resolve("internal-token.key"), dir.resolve("internal-token.pub"));
    }

    /** Makes a new pair, both files with mode 0600; {@link KeyFileException} where one of them is there already. */
    public static InternalKeys generate(Path dir) {
        InternalKeys keys = in(dir);
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            SecretFiles.write(keys.privateKey, pem(PRIVATE, pair.getPrivate().getEncoded()));
            SecretFiles.write(keys.publicKey, pem(PUBLIC, pair.getPublic().getEncoded()));
            return keys;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + ALGORITHM, e);
        }
    }

    /** The pair of a directory; a new one where there is none yet. */
    public static InternalKeys existingOrNew(Path dir) {
        InternalKeys keys = in(dir);
        return Files.exists(keys.privateKey) && Files.exists(keys.publicKey) ? keys : generate(dir);
    }

    /** Reads a PKCS#8 PEM file. */
    public static PrivateKey readPrivate(Path file) {
        byte[] der = der(file, PRIVATE);
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new KeyFileException(file, "holds no " + ALGORITHM + " private key in PKCS#8 PEM", null);
        }
    }

    /** Reads an SPKI PEM file. */
    public static PublicKey readPublic(Path file) {
        byte[] der = der(file, PUBLIC);
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new KeyFileException(file, "holds no " + ALGORITHM + " public key in SPKI PEM", e);
        }
    }

    private static String pem(String kind, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }

    private static byte[] der(Path file, String kind) {
        String begin = "-----BEGIN " + kind + "-----";
        String end = "-----END " + kind + "-----";
        String text = read(file);
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new KeyFileException(file, "has no line «" + begin + "»", null);
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
        } catch (IllegalArgumentException e) {
            throw new KeyFileException(file, "is not PEM: its Base64 is damaged", null);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new KeyFileException(file, "can't be read", e);
        }
    }
}
