package dev.demarc.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InternalKeysTest {

    @TempDir
    Path dir = Path.of("");

    @Test
    void bothFilesBelongToTheirOwnerAlone() throws IOException {
        InternalKeys keys = InternalKeys.generate(dir.resolve("keys"));

        for (Path file : new Path[]{keys.privateKey(), keys.publicKey()}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }
        assertThat(Files.readString(keys.privateKey())).startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(Files.readString(keys.publicKey())).startsWith("-----BEGIN PUBLIC KEY-----\n");
        assertThat(dir.resolve("keys").toFile().list()).hasSize(2);
    }

    @Test
    void anExistingPairIsKept() throws IOException {
        InternalKeys first = InternalKeys.existingOrNew(dir);
        String before = Files.readString(first.privateKey());

        assertThat(InternalKeys.existingOrNew(dir)).isEqualTo(first);
        assertThat(Files.readString(first.privateKey())).isEqualTo(before);
        assertThatThrownBy(() -> InternalKeys.generate(dir)).isInstanceOf(KeyFileException.class)
                .hasMessageContaining(first.privateKey().toString()).hasMessageContaining("never overwritten");
    }

    @Test
    void anErrorNamesTheFileAndNeverItsContents() throws IOException {
        Path file = dir.resolve("some.key");
        assertThatThrownBy(() -> InternalKeys.readPrivate(file)).isInstanceOf(KeyFileException.class)
                .hasMessageContaining("some.key can't be read");
        Files.writeString(file, "hunter2");
        assertThatThrownBy(() -> InternalKeys.readPrivate(file)).isInstanceOf(KeyFileException.class)
                .hasMessageContaining("-----BEGIN PRIVATE KEY-----").hasMessageNotContaining("hunter2");
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        assertThatThrownBy(() -> InternalKeys.readPrivate(file)).isInstanceOf(KeyFileException.class)
                .hasMessageContaining("Ed25519").hasNoCause();
    }

    @Test
    void aPublicKeyIsNotTakenForAPrivateOne() {
        InternalKeys keys = InternalKeys.generate(dir);

        assertThatThrownBy(() -> InternalKeys.readPrivate(keys.publicKey())).isInstanceOf(KeyFileException.class);
    }

    static PrivateKey anyPrivateKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static PublicKey anyPublicKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
