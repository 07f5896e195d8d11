package dev.demarc.notification.delivery;

import dev.demarc.notification.application.Secrets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;

/** Secrets under AES-256 in GCM with a random nonce each; what is stored begins with a version, {@code v1.}. */
public final class AesSecrets implements Secrets {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 16;
    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1.";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final BytesEncryptor encryptor;

    private AesSecrets(byte[] key) {
        this.encryptor = new AesBytesEncryptor(new SecretKeySpec(key, "AES"),
                KeyGenerators.secureRandom(NONCE_BYTES), AesBytesEncryptor.CipherAlgorithm.GCM);
    }

    /** Reads the key: a file with the Base64 of {@value #KEY_BYTES} bytes. Throws {@link IllegalArgumentException} that says how to make one. */
    public static AesSecrets from(Path keyFile) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(Files.readString(keyFile).strip());
        } catch (IOException e) {
            throw wrong(keyFile, "can't be read", e);
        } catch (IllegalArgumentException e) {
            throw wrong(keyFile, "is not Base64", e);
        }
        if (key.length != KEY_BYTES) {
            throw wrong(keyFile, "holds " + key.length + " bytes", null);
        }
        return new AesSecrets(key);
    }

    private static IllegalArgumentException wrong(Path file, String what, @Nullable Throwable cause) {
        return new IllegalArgumentException("DEMARC_SECRETS_KEY_FILE: " + file + " " + what
                + "; expected the Base64 of " + KEY_BYTES + " random bytes, as 'openssl rand -base64 32' makes them",
                cause);
    }

    @Override
    public String generate() {
        byte[] secret = new byte[KEY_BYTES];
        RANDOM.nextBytes(secret);
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    @Override
    public String seal(String secret) {
        return VERSION + Base64.getEncoder()
                .encodeToString(encryptor.encrypt(secret.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String open(String sealed) {
        if (!sealed.startsWith(VERSION)) {
            throw new IllegalStateException("the signing secret was stored by a newer version");
        }
        try {
            return new String(encryptor.decrypt(Base64.getDecoder().decode(sealed.substring(VERSION.length()))),
                    StandardCharsets.UTF_8);
        } catch (RuntimeException e) {
            throw new IllegalStateException("the signing secret was not sealed with the key in DEMARC_SECRETS_KEY_FILE",
                    e);
        }
    }
}
