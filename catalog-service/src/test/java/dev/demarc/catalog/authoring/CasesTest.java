package dev.demarc.catalog.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.catalog.files.CatalogFolder;
import dev.demarc.catalog.model.CatalogProblem;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CasesTest {

    private final Vault vault;

    CasesTest(@TempDir Path directory) {
        vault = new Vault(directory);
    }

    @Test
    void everyCaseThatGivesItsVerdictPasses() {
        TestReport report = CatalogTest.run(vault.read());
        assertThat(report.passed()).isTrue();
        assertThat(report.results()).extracting(CaseResult::subject).containsExactly("vault-encrypted",
                "vault-encrypted", "vault-encrypted", "encryption-at-rest");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "expect: satisfied | expect: not-satisfied | 2 expected not-satisfied, got satisfied",
            "reason: configuration-missing | reason: check-error | 4 expected unknown for check-error, got unknown for configuration-missing (",
            "check: vault-encrypted | check: vault-open | 2 aws/vault has no check 'vault-open'",
            "{managed: true} | {} | 7 expected the variant 'Managed vaults', got 'none'",
            "control: encryption-at-rest | control: backup | 7 aws/vault has no cell of 'backup'"})
    void aCaseThatGivesAnotherVerdictIsToldWithItsLine(String text, String replacement, String problem) {
        vault.replace("aws/vault.cases.yaml", text, replacement);
        TestReport report = CatalogTest.run(vault.read());
        assertThat(report.passed()).isFalse();
        assertThat(report.results().stream().filter(it -> !it.passed()).map(it -> it.line() + " " + it.problem()))
                .singleElement().satisfies(found -> assertThat(found).startsWith(problem));
    }

    @Test
    void anExpressionThatDoesNotCompileFailsItsCases() {
        vault.replace("aws/vault.yaml", "expression: resource", "expression: recourse");
        assertThat(CatalogTest.run(vault.read()).results()).filteredOn(it -> !it.passed()).hasSize(3)
                .allSatisfy(it -> assertThat(it.problem()).startsWith("the check does not compile: line 1, column 1"));
    }

    @Test
    void whatCannotBeReadIsAProblemAndTheOthersRun() {
        vault.write("aws/broken.cases.yaml", "cases: [");
        vault.write("aws/lost.cases.yaml", Vault.CASES);
        TestReport report = CatalogTest.run(vault.read());
        assertThat(report.passed()).isFalse();
        assertThat(report.results()).hasSize(4).allSatisfy(it -> assertThat(it.passed()).isTrue());
        assertThat(report.problems()).extracting(CatalogProblem::file).containsExactlyInAnyOrder(
                "aws/broken.cases.yaml", "aws/lost.cases.yaml");
    }

    @Test
    void aFolderWithoutCasesIsAProblem(@TempDir Path empty) {
        assertThat(CatalogTest.run(CatalogFolder.read(empty)).passed()).isFalse();
    }
}
