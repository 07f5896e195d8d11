package dev.demarc.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditingTest {

    @TempDir
    private Path home = Path.of("");

    @Test
    void what_is_new_is_created_and_what_is_there_is_replaced() throws IOException {
        Path file = Files.writeString(home.resolve("teams.yaml"), "- {id: web, name: Web}\n- {id: data, name: Data}\n");
        try (FakeDemarc demarc = new FakeDemarc().then(404, "{\"title\":\"Not Found\"}").then(201, "{}")
                .then(200, Map.of("ETag", "\"7\""), "{}").then(200, "{}")) {
            Terminal terminal = to(demarc);

            assertThat(terminal.run("team", "put", file.toString())).isZero();

            assertThat(terminal.err()).isEqualTo("Team web is created.\nTeam data is replaced.\n");
            assertThat(demarc.requests()).extracting(FakeDemarc.Request::ifMatch).containsExactly("", "", "", "\"7\"");
            assertThat(demarc.requests().get(1).body()).isEqualTo("{\"id\":\"web\",\"name\":\"Web\"}");
        }
    }

    @Test
    void a_file_without_an_id_is_refused_before_anything_is_sent() throws IOException {
        Path file = Files.writeString(home.resolve("w.json"), "{\"name\":\"Shop\"}");
        try (FakeDemarc demarc = new FakeDemarc()) {
            Terminal terminal = to(demarc);

            assertThat(terminal.run("workload", "put", file.toString())).isEqualTo(ExitCode.FAILED);

            assertThat(terminal.err()).contains("w.json: an id is missing");
            assertThat(demarc.requests()).isEmpty();
        }
    }

    @Test
    void a_new_key_stands_alone_on_the_output() throws IOException {
        try (FakeDemarc demarc = new FakeDemarc().then(201, "{\"key\":{\"id\":\"k-1\"},\"secret\":\"dmk_new\"}")) {
            Terminal terminal = to(demarc);

            assertThat(terminal.run("keys", "create", "Forwarder", "--role", "ingester")).isZero();

            assertThat(terminal.out()).isEqualTo("dmk_new\n");
            assertThat(demarc.requests().getFirst().body())
                    .isEqualTo("{\"name\":\"Forwarder\",\"role\":\"ingester\"}");
        }
    }

    @Test
    void several_dead_letters_are_replayed() throws IOException {
        try (FakeDemarc demarc = new FakeDemarc().then(200, "{}").then(200, "{}")) {
            assertThat(to(demarc).run("dead-letters", "replay", "assessment", "0-17", "0-18")).isZero();

            assertThat(demarc.requests()).extracting(FakeDemarc.Request::path).containsExactly(
                    "/api/dead-letters/assessment/0-17/replay", "/api/dead-letters/assessment/0-18/replay");
        }
    }

    private Terminal to(FakeDemarc demarc) {
        return new Terminal(home).with("DEMARC_URL", demarc.url().toString()).with("DEMARC_API_KEY", "dmk_test");
    }
}
