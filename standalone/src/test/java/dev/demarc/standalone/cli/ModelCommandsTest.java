package dev.demarc.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCommandsTest {

    private static final String PATH = "/api/catalog/service-models/aws/s3";

    @TempDir
    private Path home = Path.of("");

    @Test
    void a_draft_is_begun_from_a_file_and_its_problems_are_told_with_their_lines() throws IOException {
        Path file = Files.writeString(home.resolve("s3.yaml"), "key: aws/s3\n");
        try (FakeDemarc demarc = new FakeDemarc().then(201, """
                {"revision": 3, "problems": [
                  {"line": 15, "path": "/responsibilities/1/control", "problem": "there is no control 'x'"}]}""")) {
            Terminal terminal = to(demarc);

            assertThat(terminal.run("catalog", "draft", "aws/s3", file.toString())).isZero();

            assertThat(terminal.err()).isEqualTo(file + ":15: there is no control 'x' (/responsibilities/1/control)\n"
                    + "Revision 3 of the draft of aws/s3 is saved; it can't be published before this problem is solved.\n");
            assertThat(demarc.requests()).singleElement().satisfies(request -> {
                assertThat(request.method() + " " + request.path()).isEqualTo("PUT " + PATH + "/draft");
                assertThat(request.body()).isEqualTo("key: aws/s3\n");
                assertThat(request.ifMatch()).isEmpty();
            });
        }
    }

    @Test
    void a_draft_that_somebody_has_begun_is_replaced_only_by_its_revision() throws IOException {
        Path file = Files.writeString(home.resolve("s3.yaml"), "key: aws/s3\n");
        try (FakeDemarc demarc = new FakeDemarc().then(428, "{\"title\":\"Precondition Required\"}")
                .then(200, "{\"revision\": 7, \"savedBy\": \"k-anna\"}").then(200, "{\"revision\": 8}")) {
            Terminal terminal = to(demarc);

            assertThat(terminal.run("catalog", "draft", "aws/s3", file.toString())).isEqualTo(ExitCode.FAILED);
            assertThat(terminal.err()).contains("revision 7 by k-anna").contains("--revision 7 replaces it");

            assertThat(terminal.run("catalog", "draft", "aws/s3", file.toString(), "--revision", "7")).isZero();
            assertThat(demarc.requests().getLast().ifMatch()).isEqualTo("\"7\"");
        }
    }

    @Test
    void what_is_no_service_model_is_told_line_by_line() throws IOException {
        Path file = Files.writeString(home.resolve("s3.json"), "{}");
        try (FakeDemarc demarc = new FakeDemarc().then(422,
                """
                        {"title": "Unprocessable Content", "detail": "the draft is no service model and is not saved: 1 problem",
                         "errors": [{"line": 2, "path": "", "problem": "required property 'key' not found"}]}""")) {
            Terminal terminal = to(demarc);

            assertThat(terminal.run("catalog", "draft", "aws/s3", file.toString())).isEqualTo(ExitCode.FAILED);

            assertThat(terminal.err()).isEqualTo(file + ":2: required property 'key' not found\n"
                    + "demarc: Unprocessable Content: the draft is no service model and is not saved: 1 problem\n");
        }
    }

    @Test
    void the_draft_that_is_there_is_published() throws IOException {
        try (FakeDemarc demarc = new FakeDemarc().then(200, Map.of("ETag", "\"7\""), "{}")
                .then(201, "{\"outcome\": \"published\", \"version\": 2}")) {
            Terminal terminal = to(demarc);

            assertThat(terminal.run("catalog", "publish", "aws/s3")).isZero();

            assertThat(terminal.err()).isEqualTo("Published version 2 of aws/s3.\n");
            assertThat(demarc.requests().getLast().path()).isEqualTo(PATH + "/publish");
            assertThat(demarc.requests().getLast().ifMatch()).isEqualTo("\"7\"");
        }
    }

    @Test
    void publishing_the_same_again_says_so() throws IOException {
        try (FakeDemarc demarc = new FakeDemarc().then(200, "{\"outcome\": \"unchanged\", \"version\": 2}")
                .then(200, "{\"outcome\": \"already-published\", \"version\": 2}")) {
            Terminal terminal = to(demarc);

            assertThat(terminal.run("catalog", "publish", "aws/s3", "--revision", "7")).isZero();
            assertThat(terminal.err()).contains("Nothing is published: version 2 of aws/s3, which is in force");
            assertThat(terminal.run("catalog", "publish", "aws/s3", "--revision", "7")).isZero();
            assertThat(terminal.err()).contains("published before, as version 2 of aws/s3");
        }
    }

    @Test
    void a_diff_is_told_in_duties() throws IOException {
        try (FakeDemarc demarc = new FakeDemarc().then(200,
                """
                        {"serviceModel": "aws/s3", "name": "Amazon S3", "from": "1", "to": "2",
                         "summary": {"gained": 0, "lost": 0, "shifted": 1, "terms-changed": 0, "check-changed": 0, "text-changed": 0},
                         "service": [], "duties": [{"control": "encryption", "title": "Encryption", "kind": "shifted",
                           "sentence": "Moves from the provider to the customer.",
                           "terms": [{"field": "ownership", "from": "csp-owned", "to": "csc-owned"}],
                           "checks": [{"id": "s3-encrypted", "title": "x", "kind": "added", "fields": []}], "texts": []}]}""")) {
            Terminal terminal = to(demarc);

            assertThat(terminal.run("catalog", "diff", "aws/s3", "1", "2")).isZero();

            assertThat(demarc.requests().getFirst().path()).isEqualTo(PATH + "/diff?from=1&to=2");
            assertThat(terminal.out()).isEqualTo("""
                    Amazon S3 (aws/s3), version 1 to version 2

                    SHIFTED  Encryption (encryption)
                      Moves from the provider to the customer.
                      ownership:
                        - csp-owned
                        + csc-owned
                      check s3-encrypted is added

                    Duties gained: 0, lost: 0, shifted: 1, on other terms: 0, checked otherwise: 0, only reworded: 0.
                    """);
        }
    }

    @Test
    void versions_say_which_is_in_force_and_which_is_only_offered() throws IOException {
        try (FakeDemarc demarc = new FakeDemarc().then(200,
                """
                        {"items": [
                          {"version": 3, "digest": "c", "publishedAt": "2026-11-20T08:00:00Z", "inForce": false, "offered": true, "provenance": "bundled"},
                          {"version": 2, "digest": "b", "publishedAt": "2026-11-20T08:00:00Z", "inForce": true, "offered": false, "provenance": "custom", "publishedBy": "k-anna"}]}""")) {
            Terminal terminal = to(demarc);

            assertThat(terminal.run("catalog", "versions", "aws/s3")).isZero();

            assertThat(terminal.out().lines().toList()).containsExactly(
                    "VERSION  STATE     FROM     PUBLISHED         BY      DIGEST",
                    "3        offered   bundled  2026-11-20 09:00  -       c",
                    "2        in force  custom   2026-11-20 09:00  k-anna  b");
        }
    }

    @Test
    void a_key_that_is_none_is_a_wrong_command_line() {
        Terminal terminal = new Terminal(home);
        assertThat(terminal.run("catalog", "retire", "../s3")).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err()).contains("'../s3' is no key of a service model; expected one like aws/s3");
    }

    private Terminal to(FakeDemarc demarc) {
        return new Terminal(home).with("DEMARC_URL", demarc.url().toString()).with("DEMARC_API_KEY", "dmk_test");
    }
}
