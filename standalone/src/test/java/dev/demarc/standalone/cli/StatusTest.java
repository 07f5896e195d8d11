package dev.demarc.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.standalone.Json;
import dev.demarc.standalone.installation.DataDirectory;
import dev.demarc.standalone.installation.Status;
import dev.demarc.standalone.installation.StatusFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class StatusTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:15:03Z");
    private static final URI URL = URI.create("http://127.0.0.1:8080");

    @TempDir
    private Path home = Path.of("");

    @Test
    void what_runs_is_shown_with_its_process_and_address() {
        DataDirectory directory = directory();
        StatusFile.write(directory, Status.starting(URL, directory, "0.1.0", NOW).nowReady());
        Terminal terminal = new Terminal(home);

        assertThat(terminal.run("status", "--json")).isZero();

        JsonNode printed = Json.mapper().readTree(terminal.out());
        assertThat(printed.path("pid").asLong()).isEqualTo(ProcessHandle.current().pid());
        assertThat(printed.path("url").asString()).isEqualTo(URL.toString());
        assertThat(printed.path("dataDir").asString()).isEqualTo(directory.path().toString());
        assertThat(printed.path("version").asString()).isEqualTo("0.1.0");
        assertThat(printed.path("ready").asBoolean()).isTrue();
        assertThat(printed.path("running").asBoolean()).isTrue();
    }

    @Test
    void a_process_that_was_killed_does_not_run() {
        DataDirectory directory = directory();
        Status ours = Status.starting(URL, directory, "0.1.0", NOW);
        StatusFile.write(directory, new Status(ours.pid(), ours.processStartedAt().minusSeconds(3600), URL,
                ours.dataDir(), "0.1.0", NOW, "127.0.0.1:9092", true));
        Terminal terminal = new Terminal(home);

        assertThat(terminal.run("status")).isEqualTo(ExitCode.NOT_RUNNING);
        assertThat(terminal.out()).startsWith("Nothing runs on " + directory.path());
        assertThat(terminal.run("down")).isZero();
    }

    @Test
    void an_unreadable_status_is_none() throws Exception {
        Files.writeString(directory().path().resolve("status.json"), "{\"pid\":");

        assertThat(new Terminal(home).run("status", "--json")).isEqualTo(ExitCode.NOT_RUNNING);
    }

    private DataDirectory directory() {
        DataDirectory directory = new DataDirectory(home.resolve("demarc-data"));
        directory.create();
        return directory;
    }
}
