package dev.demarc.standalone.server;

import dev.demarc.gateway.keys.PepperFile;
import dev.demarc.platform.security.InternalKeys;
import dev.demarc.platform.security.SecretFiles;
import dev.demarc.standalone.installation.DataDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The keys that the services share, made once per data directory, each in a file of mode 0600. */
final class Secrets {

    private static final int SEAL_BYTES = 32;

    private final InternalKeys internal;
    private final Path pepper;
    private final Path seal;

    private Secrets(InternalKeys internal, Path pepper, Path seal) {
        this.internal = internal;
        this.pepper = pepper;
        this.seal = seal;
    }

    /** Those that are there, and new ones for those that are not. */
    static Secrets in(DataDirectory directory) {
        Path files = directory.secrets();
        Path pepper = files.resolve("key-pepper");
        Path seal = files.resolve("secrets.key");
        PepperFile.createIfAbsent(pepper);
        if (!Files.exists(seal)) {
            byte[] key = new byte[SEAL_BYTES];
            new SecureRandom().nextBytes(key);
            SecretFiles.write(seal, Base64.getEncoder().encodeToString(key) + "\n");
        }
        return new Secrets(InternalKeys.existingOrNew(files), pepper, seal);
    }

    /** For every service; only the gateway is given what it signs with. */
    Map<String, String> settings(Service service) {
        return switch (service) {
            case GATEWAY -> Map.of("DEMARC_INTERNAL_TOKEN_PRIVATE_KEY_FILE", internal.privateKey().toString(),
                    "DEMARC_KEY_PEPPER_FILE", pepper.toString());
            case NOTIFICATION -> Map.of("DEMARC_INTERNAL_TOKEN_PUBLIC_KEY_FILE", internal.publicKey().toString(),
                    "DEMARC_SECRETS_KEY_FILE", seal.toString());
            case CATALOG, ASSESSMENT ->
                Map.of("DEMARC_INTERNAL_TOKEN_PUBLIC_KEY_FILE", internal.publicKey().toString());
        };
    }
}
