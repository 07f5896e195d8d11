package dev.demarc.gateway.keys;

import dev.demarc.gateway.keys.model.ApiKey;
import dev.demarc.gateway.keys.model.KeyText;
import dev.demarc.platform.mongo.Await;
import dev.demarc.platform.security.KeyFileException;
import dev.demarc.platform.security.Role;
import dev.demarc.platform.security.SecretFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first admin key: who has just installed Demarc has no key to make one with. */
public final class AdminKey {

    private static final Logger LOG = LoggerFactory.getLogger(AdminKey.class);
    private static final String NAME = "First admin";
    private static final String BY = "bootstrap";

    private final ApiKeys keys;

    /** With the keys that are there. */
    public AdminKey(ApiKeys keys) {
        this.keys = keys;
    }

    /**
     * Sees to it that an admin can get in. A file that is there holds a key, which is taken in unless it is known; where
     * there is neither file nor admin, a new key is written to the file (mode 0600) before the store learns of it, so
     * that a crash between the two loses nothing. Gives the new key's text. Blocks; fails if the store is away.
     */
    public Optional<String> ensure(Path file) {
        if (Files.exists(file)) {
            takeIn(file, read(file));
            return Optional.empty();
        }
        if (Await.one(keys.hasAdmin())) {
            return Optional.empty();
        }
        KeyText text = keys.newText();
        SecretFiles.write(file, text.text() + "\n");
        takeIn(file, text);
        return Optional.of(text.text());
    }

    private void takeIn(Path file, KeyText text) {
        Optional<ApiKey> kept = Await.first(keys.find(ApiKey.id(text)));
        if (kept.isEmpty()) {
            Await.one(keys.keep(text, NAME, Role.ADMIN, Set.of(), null, BY));
            LOG.info("took in the admin key {} of {}", text.prefix(), file);
        } else if (!keys.matches(text, kept.get())) {
            LOG.warn("the key {} of {} does not open the door: it was kept with another pepper", text.prefix(), file);
        }
    }

    private static KeyText read(Path file) {
        try {
            return switch (KeyText.read(Files.readString(file, StandardCharsets.UTF_8).strip())) {
                case KeyText.Read(KeyText key) -> key;
                case KeyText.Refused(String why) ->
                    throw new KeyFileException(file, "holds no admin key: " + why, null);
            };
        } catch (IOException e) {
            throw new KeyFileException(file, "(DEMARC_BOOTSTRAP_ADMIN_KEY_FILE) can't be read", e);
        }
    }
}
