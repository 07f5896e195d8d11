package dev.demarc.gateway.keys;

import dev.demarc.gateway.keys.model.Pepper;
import dev.demarc.platform.security.KeyFileException;
import dev.demarc.platform.security.SecretFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The pepper's file: any text of at least 32 characters that somebody drew at random; losing it voids all keys. */
public final class PepperFile {

    private PepperFile() {}

    /** Writes a new pepper with mode 0600 where there is no file yet. */
    public static void createIfAbsent(Path file) {
        if (!Files.exists(file)) {
            byte[] secret = new byte[Pepper.SHORTEST];
            new SecureRandom().nextBytes(secret);
            SecretFiles.write(file, HexFormat.of().formatHex(secret) + "\n");
        }
    }

    /** Reads it; {@link KeyFileException} where it is missing or too short. */
    public static Pepper read(Path file) {
        try {
            return new Pepper(Files.readString(file, StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new KeyFileException(file, "(DEMARC_KEY_PEPPER_FILE) can't be read", e);
        } catch (IllegalArgumentException e) {
            throw new KeyFileException(file, "(DEMARC_KEY_PEPPER_FILE) is too short: " + e.getMessage(), e);
        }
    }
}
