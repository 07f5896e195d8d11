package dev.demarc.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    @TempDir
    private Path home = Path.of("");

    @Test
    void every_command_has_a_help() {
        Terminal terminal = new Terminal(home);
        assertThat(terminal.run("--help")).isZero();
        assertThat(terminal.out()).contains("ingest").contains("DEMARC_DATA_DIR").doesNotContain("train");
        for (String command : CommandLineProgram.standard().getSubcommands().keySet()) {
            assertThat(terminal.run(command, "--help")).as(command).isZero();
            assertThat(terminal.out()).as(command).contains("Usage: demarc " + command.replaceAll("s$", ""));
        }
    }

    @Test
    void a_wrong_option_is_told_with_its_name() {
        Terminal terminal = new Terminal(home);

        assertThat(terminal.run("gaps", "--sevrity", "high")).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).contains("--sevrity");
    }

    @Test
    void a_group_without_a_command_shows_its_commands() {
        Terminal terminal = new Terminal(home);

        assertThat(terminal.run("keys")).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).contains("create").contains("revoke");
    }

    @Test
    void nothing_that_answers_is_said_in_one_sentence() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Terminal terminal = new Terminal(home).with("DEMARC_API_KEY", "dmk_test");

        assertThat(terminal.run("gaps", "--url", "http://127.0.0.1:" + port)).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err()).isEqualTo("demarc: Nothing answers at http://127.0.0.1:" + port
                + ". Start Demarc with 'demarc up', or say where it is with --url or DEMARC_URL.\n");
    }

    @Test
    void a_missing_key_says_where_it_was_looked_for() {
        Terminal terminal = new Terminal(home);

        assertThat(terminal.run("gaps")).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err()).contains(home.resolve("demarc-data/admin.key").toString()).contains("--key-file");
    }

    @Test
    void an_address_without_a_scheme_is_refused() {
        Terminal terminal = new Terminal(home).with("DEMARC_API_KEY", "k");

        assertThat(terminal.run("gaps", "--url", "localhost:8080")).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err()).contains("'localhost:8080' is no address of a Demarc");
    }

    @Test
    void version_is_that_of_the_build() {
        Terminal terminal = new Terminal(home);

        assertThat(terminal.run("--version")).isZero();

        assertThat(terminal.out()).startsWith("demarc ").doesNotContain("${");
    }
}
