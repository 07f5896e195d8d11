package dev.demarc.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.standalone.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class IngestTest {

    private static final String MIXED = """
            {"accepted":2,"ignored":[{"index":1,"reason":"not a change"}],
             "rejected":[{"index":3,"field":"awsAccountId","reason":"is not an account"}]}""";

    @TempDir
    private Path home = Path.of("");

    @Test
    void each_file_is_a_request_and_has_its_verdicts() throws IOException {
        Files.writeString(home.resolve("a.json"), "{\"a\":1}");
        Files.createDirectories(home.resolve("more"));
        Files.writeString(home.resolve("more/b.json"), "{\"b\":1}");
        try (FakeDemarc demarc = new FakeDemarc().then(202, MIXED).then(202, MIXED)) {
            Terminal terminal = to(demarc);

            assertThat(terminal.run("ingest", home.toString())).isZero();

            assertThat(demarc.requests()).extracting(FakeDemarc.Request::body).containsExactly("{\"a\":1}",
                    "{\"b\":1}");
            assertThat(terminal.out()).contains("a.json: 2 accepted, 1 ignored, 1 rejected")
                    .contains("  ignored item 1: not a change")
                    .contains("  rejected item 3: awsAccountId: is not an account")
                    .contains("2 files: 4 accepted, 2 ignored, 2 rejected; 0 files could not be read or sent");
        }
    }

    @Test
    void a_rejected_item_fails_only_a_strict_ingest() throws IOException {
        Path file = Files.writeString(home.resolve("a.json"), "{}");
        try (FakeDemarc demarc = new FakeDemarc().then(202, MIXED).then(202, MIXED)) {
            assertThat(to(demarc).run("ingest", file.toString())).isZero();
            assertThat(to(demarc).run("ingest", "--strict", file.toString())).isEqualTo(ExitCode.FAILED);
        }
    }

    @Test
    void an_unreadable_file_is_reported_and_the_others_are_sent() throws IOException {
        Path bad = Files.writeString(home.resolve("a.plist"), "<plist/>");
        Path good = Files.writeString(home.resolve("b.json"), "{}");
        try (FakeDemarc demarc = new FakeDemarc()
                .then(400, "{\"title\":\"Bad Request\",\"status\":400,\"detail\":\"not JSON\",\"field\":\"body\"}")
                .then(202, "{\"accepted\":1,\"ignored\":[],\"rejected\":[]}")) {
            Terminal terminal = to(demarc);

            assertThat(terminal.run("ingest", "--json", bad.toString(), home.resolve("absent").toString(),
                    good.toString())).isEqualTo(ExitCode.FAILED);

            JsonNode printed = Json.mapper().readTree(terminal.out());
            assertThat(printed.path("files").findValuesAsString("state")).containsExactly("unreadable", "unreadable",
                    "sent");
            assertThat(printed.path("files").path(0).path("error").asString())
                    .isEqualTo("Bad Request: not JSON (body)");
            assertThat(printed.path("accepted").asInt()).isEqualTo(1);
            assertThat(printed.path("failed").asInt()).isEqualTo(2);
        }
    }

    @Test
    void a_wrong_key_ends_it_at_once() throws IOException {
        Path file = Files.writeString(home.resolve("a.json"), "{}");
        try (FakeDemarc demarc = new FakeDemarc().then(401,
                "{\"title\":\"Unauthorized\",\"detail\":\"Send an API key\"}")) {
            Terminal terminal = to(demarc);

            assertThat(terminal.run("ingest", file.toString(), file.toString())).isEqualTo(ExitCode.FAILED);

            assertThat(terminal.err()).isEqualTo("demarc: Unauthorized: Send an API key\n");
            assertThat(demarc.requests()).hasSize(1);
        }
    }

    private Terminal to(FakeDemarc demarc) {
        return new Terminal(home).with("DEMARC_URL", demarc.url().toString()).with("DEMARC_API_KEY", "dmk_test");
    }
}
