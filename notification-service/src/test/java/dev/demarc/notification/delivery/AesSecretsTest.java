package dev.demarc.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AesSecretsTest {

    @TempDir
    private Path dir;

    @Test
    void generatesSecretsThatStandardWebhooksAccepts() throws IOException {
        AesSecrets secrets = AesSecrets.from(key("a", new byte[32]));
        assertThat(secrets.generate()).matches("whsec_[A-Za-z0-9+/]{43}=").isNotEqualTo(secrets.generate());
    }

    @Test
    void whatIsSealedCanBeOpenedWithTheSameKeyOnly() throws IOException {
        AesSecrets secrets = AesSecrets.from(key("a", new byte[32]));
        String sealed = secrets.seal("whsec_x");
        assertThat(sealed).doesNotContain("whsec").isNotEqualTo(secrets.seal("whsec_x"));
        assertThat(secrets.open(sealed)).isEqualTo("whsec_x");
        byte[] other = new byte[32];
        other[0] = 1;
        AesSecrets wrong = AesSecrets.from(key("b", other));
        assertThatThrownBy(() -> wrong.open(sealed)).hasMessageContaining("DEMARC_SECRETS_KEY_FILE");
    }

    @Test
    void aChangedSecretIsNotOpened() throws IOException {
        AesSecrets secrets = AesSecrets.from(key("a", new byte[32]));
        String sealed = secrets.seal("whsec_x");
        char last = sealed.charAt(sealed.length() - 5);
        String changed = sealed.substring(0, sealed.length() - 5) + (last == 'A' ? 'B' : 'A')
                + sealed.substring(sealed.length() - 4);
        assertThatThrownBy(() -> secrets.open(changed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysHowToMakeAKey() throws IOException {
        Path absent = dir.resolve("none");
        assertThatThrownBy(() -> AesSecrets.from(absent)).hasMessageContaining("openssl rand -base64 32");
        Path small = key("small", new byte[5]);
        assertThatThrownBy(() -> AesSecrets.from(small)).hasMessageContaining("holds 5 bytes");
    }

    private Path key(String name, byte[] bytes) throws IOException {
        return Files.writeString(dir.resolve(name), Base64.getEncoder().encodeToString(bytes) + "\n");
    }
}
