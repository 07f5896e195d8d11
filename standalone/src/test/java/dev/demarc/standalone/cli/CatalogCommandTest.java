package dev.demarc.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.standalone.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CatalogCommandTest {

    private static final String MODEL = """
            key: aws/vault
            version: 1
            name: Vault
            provider: aws
            serviceClass: abstracted
            deliveryModel: paas
            description: Keeps things.
            resourceTypes: [AWS::Vault::Vault]
            responsibilities:
              - control: encryption-at-rest
                ownership: csc-owned
                responsibility: Switch it on.
                observability: config
                severity: high
                checks:
                  - id: vault-encrypted
                    title: The vault is encrypted
                    expression: resource.configuration.encrypted
                    expected: It is on.
                    severity: high
                    remediation: Encrypt it.
                    paths: [resource.configuration.encrypted]
            """;
    private static final String CASES = """
            cases:
              - {check: vault-encrypted, name: on, given: {resource: {configuration: {encrypted: true}}}, expect: satisfied}
              - {check: vault-encrypted, name: off, given: {resource: {configuration: {encrypted: false}}}, expect: not-satisfied}
              - {check: vault-encrypted, name: unsaid, given: {resource: {configuration: {}}}, expect: unknown}
            """;

    @TempDir
    private Path home = Path.of("");
    private Path models = Path.of("");

    @BeforeEach
    void aFlatFolder() throws IOException {
        models = Files.createDirectory(home.resolve("models"));
        Files.writeString(models.resolve("vault.yaml"), MODEL);
        Files.writeString(models.resolve("vault.cases.yaml"), CASES);
    }

    @Test
    void files_without_a_mistake_pass() {
        Terminal terminal = new Terminal(home);

        assertThat(terminal.run("catalog", "lint", models.toString())).isZero();
        assertThat(terminal.out()).isEqualTo("""
                0 errors and 0 warnings in 1 service model with 1 check and 0 controls.
                Paths were not checked; --paths with AWS Config's property lists does that.
                """);

        assertThat(terminal.run("catalog", "test", models.toString())).isZero();
        assertThat(terminal.out()).isEqualTo("3 cases of 1 check and variants: all give what they must.\n");
    }

    @Test
    void a_mistake_is_a_line_with_file_line_and_cause() throws IOException {
        Files.writeString(models.resolve("vault.yaml"), MODEL.replace("encryption-at-rest", "encription"));
        Terminal terminal = new Terminal(home);

        assertThat(terminal.run("catalog", "lint", models.toString())).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.out()).startsWith(models.resolve("vault.yaml")
                + ":10: there is no control 'encription' (/responsibilities/0/control)\n\n1 error and 0 warnings");
    }

    @Test
    void a_warning_fails_a_strict_lint_only() throws IOException {
        Files.writeString(models.resolve("vault.yaml"), MODEL + "        frameworks: {aws-security-hub: [S3.17]}\n");
        Terminal terminal = new Terminal(home);

        assertThat(terminal.run("catalog", "lint", models.toString())).isZero();
        assertThat(terminal.out()).contains("vault.yaml:20: warning: is high, but aws-security-hub gives S3.17");
        assertThat(terminal.run("catalog", "lint", "--strict", models.toString())).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void a_case_that_gives_another_verdict_is_a_line() throws IOException {
        Files.writeString(models.resolve("vault.cases.yaml"), CASES.replace("expect: satisfied", "expect: unknown"));
        Terminal terminal = new Terminal(home);

        assertThat(terminal.run("catalog", "test", models.toString())).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.out()).isEqualTo(models.resolve("vault.cases.yaml")
                + ":2: vault-encrypted: on: expected unknown, got satisfied\n\n"
                + "3 cases of 1 check and variants: 1 failed, 0 problems in the files.\n");
    }

    @Test
    void json_has_every_problem_and_every_result() throws IOException {
        Files.writeString(models.resolve("vault.cases.yaml"), CASES.replace("expect: unknown", "expect: satisfied"));
        Terminal terminal = new Terminal(home);

        assertThat(terminal.run("catalog", "test", models.toString(), "--json")).isEqualTo(ExitCode.FAILED);
        JsonNode test = Json.mapper().readTree(terminal.out());
        assertThat(test.path("failed").asInt()).isEqualTo(1);
        assertThat(test.path("results").get(2).path("line").asInt()).isEqualTo(4);

        assertThat(terminal.run("catalog", "lint", models.toString(), "--json")).isEqualTo(ExitCode.FAILED);
        JsonNode lint = Json.mapper().readTree(terminal.out());
        assertThat(lint.path("errors").asInt()).isEqualTo(1);
        assertThat(lint.path("problems").get(0).path("cause").asString())
                .isEqualTo("the check 'vault-encrypted' has no case that is unknown");
        assertThat(lint.path("problems").get(0).path("level").asString()).isEqualTo("error");
    }

    @Test
    void coverage_counts_the_bundled_catalog_without_a_folder() {
        Terminal terminal = new Terminal(home);

        assertThat(terminal.run("catalog", "coverage", "--json")).isZero();
        JsonNode coverage = Json.mapper().readTree(terminal.out());
        JsonNode total = coverage.path("total");
        assertThat(total.path("securityHubChecked").asInt()).isLessThanOrEqualTo(
                total.path("securityHubAccounted").asInt());
        assertThat(total.path("securityHubExisting").asInt()).isGreaterThanOrEqualTo(
                total.path("securityHubAccounted").asInt()).isGreaterThan(100);
        assertThat(coverage.path("services").get(0).path("cells").has("csc-owned")).isTrue();

        assertThat(terminal.run("catalog", "coverage", models.toString())).isZero();
        assertThat(terminal.out()).contains("aws/vault").contains("1 check, 1 of them proven by their cases.");
    }

    @Test
    void what_is_no_directory_is_a_wrong_command_line() {
        Terminal terminal = new Terminal(home);

        assertThat(terminal.run("catalog", "lint", "nowhere")).isEqualTo(ExitCode.USAGE);

        assertThat(terminal.err()).startsWith("'nowhere' is no directory").contains("Usage: demarc catalog lint");
    }

    @Test
    void a_folder_without_property_lists_is_told() {
        Terminal terminal = new Terminal(home);

        assertThat(terminal.run("catalog", "lint", models.toString(), "--paths", models.toString()))
                .isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err()).contains("holds no property list, *.properties.json");
    }
}
