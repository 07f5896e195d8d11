package dev.demarc.standalone.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.demarc.standalone.Failure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationLockTest {

    @TempDir
    private Path home = Path.of("");

    @Test
    void a_second_process_is_told_who_uses_the_directory_and_what_to_do() {
        DataDirectory directory = created();
        try (InstallationLock _ = InstallationLock.acquire(directory)) {
            StatusFile.write(directory, Status.starting(URI.create("http://127.0.0.1:8080"), directory, "0.1.0",
                    Instant.parse("2026-11-20T09:15:03Z")));

            assertThatExceptionOfType(Failure.class).isThrownBy(() -> InstallationLock.acquire(directory))
                    .withMessageContaining(directory.path().toString())
                    .withMessageContaining("process " + ProcessHandle.current().pid())
                    .withMessageContaining("demarc down").withMessageContaining("DEMARC_DATA_DIR");
        }
        InstallationLock.acquire(directory).close();
    }

    @Test
    void the_demos_directory_is_emptied_only_where_nobody_uses_it() throws IOException {
        DataDirectory directory = created();
        Files.createDirectories(directory.store());
        Files.writeString(directory.store().resolve("store.mv"), "data");
        try (InstallationLock _ = InstallationLock.acquire(directory)) {
            assertThatExceptionOfType(Failure.class).isThrownBy(directory::clear);
        }

        directory.clear();

        assertThat(directory.store()).doesNotExist();
        assertThat(directory.path()).exists();
    }

    @Test
    void a_directory_that_was_never_demarcs_is_left_alone() throws IOException {
        DataDirectory directory = created();
        Files.writeString(directory.path().resolve("letter.txt"), "mine");

        directory.clear();

        assertThat(directory.path().resolve("letter.txt")).exists();
    }

    @Test
    void the_directory_is_the_one_of_the_environment_or_beside_the_program() {
        assertThat(DataDirectory.of(Map.of("DEMARC_DATA_DIR", "/data"), home).path()).isEqualTo(Path.of("/data"));
        assertThat(DataDirectory.of(Map.of("DEMARC_DATA_DIR", " "), home).path())
                .isEqualTo(home.resolve("demarc-data"));
    }

    private DataDirectory created() {
        DataDirectory directory = new DataDirectory(home.resolve("demarc-data"));
        directory.create();
        return directory;
    }
}
