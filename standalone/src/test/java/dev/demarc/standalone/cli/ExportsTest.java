package dev.demarc.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsTest {

    @TempDir
    private Path home = Path.of("");
    private FakeDemarc demarc = start();
    private Terminal terminal = new Terminal(home);

    private static FakeDemarc start() {
        try {
            return new FakeDemarc();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void address() {
        terminal = new Terminal(home).with("DEMARC_URL", demarc.url().toString()).with("DEMARC_API_KEY", "dmk_test");
    }

    @AfterEach
    void stop() {
        demarc.close();
    }

    @Test
    void a_table_is_written_to_a_file_as_it_comes() throws IOException {
        demarc.then(200, "\"Question ID\"\r\n");
        Path file = home.resolve("matrix.csv");

        assertThat(terminal.run("matrix", "--provider", "aws", "--framework", "csa-ccm-v4", "--format", "csv", "-o",
                file.toString())).isZero();

        assertThat(file).hasContent("\"Question ID\"\r\n");
        assertThat(demarc.requests()).singleElement().satisfies(request -> {
            assertThat(request.path())
                    .isEqualTo("/api/catalog/matrix?provider=aws&framework=csa-ccm-v4&format=csv");
            assertThat(request.key()).isEqualTo("Bearer dmk_test");
        });
        assertThat(terminal.err()).contains("Written to " + file);
    }

    @Test
    void without_a_file_a_table_goes_to_the_output() {
        demarc.then(200, "\"Question ID\"\r\n");

        assertThat(terminal.run("matrix", "--service", "aws/s3,aws/rds", "--format", "CSV")).isZero();

        assertThat(terminal.out()).isEqualTo("\"Question ID\"\r\n");
        assertThat(demarc.requests().getFirst().path()).contains("service=aws%2Fs3%2Caws%2Frds");
    }

    @Test
    void a_refusal_leaves_the_file_as_it_was() throws IOException {
        demarc.then(400, "{\"title\":\"Bad Request\",\"detail\":\"framework is 'nope'\",\"field\":\"framework\"}");
        Path file = Files.writeString(home.resolve("matrix.xlsx"), "earlier");

        assertThat(terminal.run("matrix", "--framework", "nope", "--format", "xlsx", "-o", file.toString()))
                .isEqualTo(ExitCode.FAILED);

        assertThat(file).hasContent("earlier");
        assertThat(terminal.err()).isEqualTo("demarc: Bad Request: framework is 'nope'\n");
    }

    @Test
    void a_file_that_can_not_be_written_is_said_in_one_sentence() {
        demarc.then(200, "PK");

        assertThat(terminal.run("matrix", "--format", "xlsx", "-o", home.resolve("nowhere/m.xlsx").toString()))
                .isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err()).isEqualTo(
                "demarc: There is no folder for " + home.resolve("nowhere/m.xlsx") + ".\n");
    }

    @Test
    void a_frameworks_requirements_are_counted_below_the_matrix() {
        demarc.then(200, """
                {"serviceModels":[{"key":"aws/s3"}],"controls":[],"cells":[],"framework":{"id":"csa-ccm-v4",
                 "requirements":[{"id":"A","coverage":"covered"},{"id":"B","coverage":"not-covered"},
                                 {"id":"C","coverage":"not-covered"}]}}""");

        assertThat(terminal.run("matrix", "--framework", "csa-ccm-v4")).isZero();

        assertThat(terminal.out()).contains("Requirements of csa-ccm-v4: 1 covered, 2 not-covered");
    }

    @Test
    void oscal_is_a_component_definition_or_the_responsibility_export() {
        demarc.then(200, "{\"component-definition\":{}}").then(200, "{\"system-security-plan\":{}}");

        assertThat(terminal.run("catalog", "oscal", "--service", "aws/s3")).isZero();
        assertThat(terminal.out()).isEqualTo("{\"component-definition\":{}}");
        assertThat(terminal.run("catalog", "oscal", "--provider", "aws", "--responsibilities")).isZero();

        assertThat(demarc.requests().get(0).path())
                .isEqualTo("/api/catalog/oscal/component-definition?service=aws%2Fs3");
        assertThat(demarc.requests().get(1).path()).isEqualTo("/api/catalog/oscal/system-security-plan?provider=aws");
    }

    @Test
    void a_comparison_reads_as_duties_that_go_stay_and_come() {
        demarc.then(200, """
                {"from":[{"key":"aws/ec2","version":1,"name":"Amazon EC2"}],
                 "to":[{"key":"aws/rds","version":2,"name":"Amazon RDS"}],
                 "dropped":[{"control":"guest-os-patching","change":"taken-over","from":[],
                   "to":[{"variants":[{"name":"RDS Custom","category":"customer-specific"}]}]}],
                 "kept":[{"control":"backups","change":"same","from":[],
                   "to":[{"responsibility":"Say how long\\nthey are kept.","variants":[]}]}],
                 "added":[],
                 "unsaid":[{"control":"file-system-encryption","change":"not-said","to":[],
                   "from":[{"responsibility":"Encrypt files.","variants":[]}]}]}""");

        assertThat(terminal.run("catalog", "compare", "aws/ec2", "aws/rds")).isZero();

        assertThat(terminal.out())
                .startsWith("Amazon RDS (aws/rds version 2) in place of Amazon EC2 (aws/ec2 version 1):")
                .contains("You no longer (1)").contains("the provider does it")
                .contains("RDS Custom: customer-specific")
                .contains("You still (1)").contains("Say how long they are kept.").contains("You newly (0)")
                .contains("Encrypt files.");
        assertThat(demarc.requests().getFirst().path())
                .isEqualTo("/api/catalog/compare?from=aws%2Fec2&to=aws%2Frds");
    }
}
