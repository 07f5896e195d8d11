package dev.demarc.catalog.files;

import static dev.demarc.catalog.files.TestCatalog.MODEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.demarc.catalog.model.CatalogProblem;
import dev.demarc.catalog.model.InvalidCatalog;
import dev.demarc.contracts.catalog.UncheckedRequirement;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requirements that can't be checked: each with a reason and an attestation that stands in. */
class UncheckedTest {

    private static final String CHECKED = MODEL.replace("        remediation: Encrypt it.\n",
            "        remediation: Encrypt it.\n        frameworks: {aws-security-hub: [Vault.1]}\n");
    private static final String WITH = CHECKED
            + """
                      - control: data-classification
                        ownership: csc-owned
                        responsibility: Know what lies there.
                        observability: attestation
                        severity: low
                    unchecked:
                      - {framework: aws-security-hub, requirement: Vault.2, reason: No item shows it., control: data-classification}
                    """
                    .indent(0);

    private final TestCatalog files;

    UncheckedTest(@TempDir Path directory) {
        files = new TestCatalog(directory);
    }

    @BeforeEach
    void aControlThatIsAttested() {
        files.write("controls/more.yaml", """
                controls:
                  - id: data-classification
                    title: Data is classified
                    domain: Data protection
                    description: It is known what lies where.
                    subjectKind: workload
                """);
    }

    @Test
    void aRequirementWithoutACheckSaysWhyAndWhatStandsIn() {
        files.write("aws/vault.yaml", WITH);
        assertThat(files.load().models().getFirst().unchecked()).containsExactly(new UncheckedRequirement(
                "aws-security-hub", "Vault.2", "No item shows it.", "data-classification"));
    }

    @Test
    void aModelThatSaysNothingOfItHasNone() {
        assertThat(files.load().models().getFirst().unchecked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "control: data-classification} | control: backup} | /unchecked/0/control: the model has no cell of 'backup'",
            "control: data-classification} | control: encryption-at-rest} | /unchecked/0/control: the cell of 'encryption-at-rest' is config; only an attestation",
            "control: data-classification} | control: physical-security} | /unchecked/0/control: the cell of 'physical-security' is provider-assurance",
            "requirement: Vault.2 | requirement: Vault.1 | /unchecked/0/requirement: aws-security-hub Vault.1 is checked, by 'vault-encrypted'",
            "reason: No item shows it. | reason: ' ' | /unchecked/0/reason",
            "reason: No item shows it., | | /unchecked/0: required property 'reason' not found"})
    void aMistakeIsNamed(String text, @Nullable String replacement, String problem) {
        files.write("aws/vault.yaml", WITH.replace(text, replacement == null ? "" : replacement));
        assertProblem(problem);
    }

    @Test
    void noRequirementIsThereTwice() {
        files.write("aws/vault.yaml", WITH + WITH.lines().toList().getLast() + "\n");
        assertProblem("/unchecked/1/requirement: aws-security-hub Vault.2 is there already");
    }

    private void assertProblem(String problem) {
        List<CatalogProblem> problems = Objects
                .requireNonNull(catchThrowableOfType(InvalidCatalog.class, files::load), "accepted").problems();
        assertThat(problems).extracting(CatalogProblem::toString)
                .anySatisfy(found -> assertThat(found).contains(problem));
    }
}
