package dev.demarc.catalog.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.catalog.authoring.LintProblem.Level;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogLintTest {

    private final Vault vault;

    CatalogLintTest(@TempDir Path directory) {
        vault = new Vault(directory);
    }

    @Test
    void aFolderWithNothingWrongHasNoProblem() {
        LintReport report = vault.lint();
        assertThat(report.problems()).isEmpty();
        assertThat(report.pathsChecked()).isFalse();
        assertThat(report).extracting(LintReport::controls, LintReport::serviceModels, LintReport::checks)
                .containsExactly(2, 1, 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "aws/vault.yaml | expression: resource.configuration.encrypted | expression: resource.configuration.encrypted && | 24 error does not compile",
            "aws/vault.yaml | control: encryption-at-rest | control: encription | 15 error there is no control 'encription'",
            "aws/vault.yaml | ownership: csc-owned | ownership: ours | 16 error does not have a value in the enumeration",
            "aws/vault.yaml | [Vault.1] | [Vault.1, SC-999] | none",
            "aws/vault.yaml | {my-framework: [Vault.1]} | {nist-800-53-r5: [AC-999]} | 29 error there is no requirement 'AC-999' in nist-800-53-r5",
            "aws/vault.yaml | {my-framework: [Vault.1]} | {nist-800-53-r5: [AC-3(1)]} | 29 error 'AC-3(1)' of nist-800-53-r5 was withdrawn by its publisher",
            "aws/vault.yaml | {my-framework: [Vault.1]} | {aws-security-hub: [S3.17]} | 26 warning is high, but aws-security-hub gives S3.17 the severity medium",
            "controls/all.yaml | requirement: SC-28 | requirement: SC-2800 | 8 error there is no requirement 'SC-2800'",
            "controls/all.yaml | framework: nist-800-53-r5, requirement: PE-3 | framework: own, requirement: x | none",
            "aws/vault.cases.yaml | expect: unknown | expect: not-applicable | aws/vault.yaml:22 error the check 'vault-encrypted' has no case that is unknown",
            "aws/vault.cases.yaml | check: vault-encrypted | check: vault-open | 2 error aws/vault has no check 'vault-open'",
            "aws/vault.cases.yaml | expect: Managed vaults | expect: Handled vaults | 10 error 'encryption-at-rest' has no variant 'Handled vaults'",
            "aws/vault.cases.yaml | expect: Managed vaults | expect: none | aws/vault.yaml:31 warning the variant 'Managed vaults' has no case",
            "aws/vault.cases.yaml | control: encryption-at-rest | control: backup | 7 error aws/vault has no cell of 'backup'"})
    void aMistakeIsToldWithFileLineAndCause(String file, String text, String replacement, String problem) {
        vault.replace(file, text, replacement);
        String expected = problem.contains("yaml:") ? problem : file + ":" + problem;
        List<String> found = vault.lint().problems().stream().map(CatalogLintTest::shown).toList();
        if (problem.equals("none")) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).anySatisfy(it -> assertThat(it).startsWith(expected));
        }
    }

    @Test
    void aControlWithoutAMappingIsAnError() {
        vault.replace("controls/all.yaml",
                "    mappings: [{framework: nist-800-53-r5, requirement: PE-3, relationship: equal-to}]\n", "");
        assertThat(vault.lint().problems()).extracting(CatalogLintTest::shown).containsExactly(
                "controls/all.yaml:9 error the control 'physical-security' is mapped to no requirement of any framework");
    }

    @Test
    void aModelWithoutCasesMissesAllThree() {
        vault.delete("aws/vault.cases.yaml");
        assertThat(vault.lint().problems()).extracting(CatalogLintTest::shown).containsExactly(
                "aws/vault.yaml:22 error the check 'vault-encrypted' has no case that is satisfied, or not-satisfied, or unknown",
                "aws/vault.yaml:31 warning the variant 'Managed vaults' has no case that chooses it");
    }

    @Test
    void casesWithoutAModelAreAnError() {
        vault.write("aws/safe.cases.yaml", Vault.CASES);
        assertThat(vault.lint().problems()).extracting(CatalogLintTest::shown)
                .containsExactly("aws/safe.cases.yaml:1 error there is no service model aws/safe.yaml");
    }

    @Test
    void aFileThatCannotBeReadIsOneProblem() {
        vault.write("aws/vault.yaml", "a: " + "x".repeat(10_000_000));
        assertThat(vault.lint().problems()).extracting(CatalogLintTest::shown)
                .containsExactly("aws/vault.yaml:1 error has more than 1000000 bytes, the most that is read");
    }

    @Test
    void aFlatFolderOfModelsKnowsTheBundledControls(@TempDir Path flat) {
        Vault models = new Vault(flat, "");
        models.replace("vault.yaml", "control: physical-security", "control: physical-and-environmental-security");
        assertThat(models.lint().problems()).isEmpty();
    }

    @Test
    void anEmptyFolderIsAnError(@TempDir Path empty) {
        assertThat(CatalogLint.lint(empty, null).problems()).extracting(LintProblem::cause)
                .containsExactly("holds no service model and no control");
    }

    @Test
    void aPathThatTheTypeDoesNotHaveIsAnErrorWhereTheListsAreGiven(@TempDir Path lists) {
        Vault.write(lists, "AWS__Vault__Vault.properties.json", "{\"configuration.encrypted\": \"boolean\"}");
        LintReport report = vault.lint(lists);
        assertThat(report.pathsChecked()).isTrue();
        assertThat(report.problems()).extracting(CatalogLintTest::shown)
                .containsExactly(
                        "aws/vault.yaml:32 error 'resource.configuration.managed' is no path of AWS::Vault::Vault");
        vault.replace("aws/vault.yaml", "paths: [resource.configuration.encrypted]",
                "paths: [resource.configuration.encryption, resource.tags.x]");
        assertThat(vault.lint(lists).problems()).extracting(CatalogLintTest::shown).contains(
                "aws/vault.yaml:28 error 'resource.configuration.encryption' is no path of AWS::Vault::Vault");
    }

    @Test
    void aTypeWithoutAListIsNamed(@TempDir Path lists) {
        Vault.write(lists, "AWS__Other__Thing.properties.json", "{\"configuration.x\": \"string\"}");
        assertThat(vault.lint(lists).typesWithoutPaths()).containsExactly("AWS::Vault::Vault");
        assertThat(vault.lint(lists).count(Level.ERROR)).isZero();
    }

    @Test
    void aFolderWithoutListsIsRefused(@TempDir Path lists) {
        assertThatThrownBy(() -> vault.lint(lists)).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("holds no property list");
    }

    private static String shown(LintProblem problem) {
        return problem.file() + ":" + problem.line() + " " + problem.level().word() + " " + problem.cause();
    }
}
