package dev.demarc.catalog.files;

import static dev.demarc.catalog.files.TestCatalog.CONTROLS;
import static dev.demarc.catalog.files.TestCatalog.MODEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.demarc.catalog.model.BundledCatalog;
import dev.demarc.catalog.model.CatalogProblem;
import dev.demarc.catalog.model.InvalidCatalog;
import dev.demarc.catalog.model.ModelRules;
import dev.demarc.checks.CheckLanguage;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.ServiceModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogFilesTest {

    private final TestCatalog files;

    CatalogFilesTest(@TempDir Path directory) {
        files = new TestCatalog(directory);
    }

    @Test
    void aModelIsReadWithTheControlsThatItNames() {
        BundledCatalog catalog = files.load();
        assertThat(catalog.models()).extracting(ServiceModel::key).containsExactly("aws/vault");
        ServiceModel model = catalog.models().getFirst();
        assertThat(model.controls()).extracting(Control::id).containsExactly("encryption-at-rest",
                "physical-security");
        assertThat(model.responsibilities().get(1).checks().getFirst().parameters()).hasEntrySatisfying("keys",
                parameter -> assertThat(parameter.value()).isEqualTo(1L));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "ownership: csc-owned | ownership: customers | 16 /responsibilities/1/ownership",
            "control: encryption-at-rest | control: encription | 15 /responsibilities/1/control: there is no control 'encription'",
            "control: physical-security | control: encryption-at-rest | 15 /responsibilities/1/control: 'encryption-at-rest' has a cell already",
            "provided: AWS guards its data centres. | rationale: They do. | 10 /responsibilities/0/provided: missing: csp-owned has a part of the provider",
            "responsibility: Switch it on. | rationale: Do it. | 15 /responsibilities/1/responsibility: missing: csc-owned has a part of the customer",
            "responsibility: Switch it on. | provided: Keys. | 17 /responsibilities/1/provided: csc-owned has no part of the provider",
            "observability: config | observability: attestation | 20 /responsibilities/1/checks: checks need observability config",
            "observability: config | observability: provider-assurance | 18 /responsibilities/1/observability: provider-assurance tells nothing",
            "resource.configuration.encrypted | resource.configuration.encrypted && | 23 /responsibilities/1/checks/0/expression: does not compile: line 2",
            "paths: [resource.configuration.encrypted, | paths: [configuration.encrypted, | 29 /responsibilities/1/checks/0/paths/0: 'configuration.encrypted' does not begin with",
            "paths: [resource.configuration.encrypted, | paths: [resource.config.encrypted, | 29 /responsibilities/1/checks/0/paths/0: 'config' is none of",
            "related.account.configuration.keys] | related.vpc.configuration.keys] | 29 /responsibilities/1/checks/0/paths/1: 'vpc' is no related document",
            "maximum: 9 | maximum: 0 | 33 /responsibilities/1/checks/0/parameters/keys/value: 1 is out of bounds",
            "value: 1 | value: one | 33 /responsibilities/1/checks/0/parameters/keys/value: 'one' is no integer",
            ">= params.keys | >= 1 | 33 /responsibilities/1/checks/0/parameters/keys: is declared but never read",
            ">= params.keys | >= params.limit | 32 /responsibilities/1/checks/0/parameters/limit: is read but not declared",
            "when: resource.configuration.managed | when: related.account.configuration.x | 36 /responsibilities/1/variants/0/when: a variant is chosen by the resource alone",
            "key: aws/vault | key: aws/safe | 1 /key: 'aws/safe' belongs in a file aws/safe.yaml",
            "provider: aws | provider: azure | 1 /key: 'aws/vault' does not begin with the provider",
            "severity: high | severty: high | 19 /responsibilities/1/severty",
            "version: 1 | version: 0 | 2 /version",
            "id: vault-encrypted | id: Vault encrypted | 21 /responsibilities/1/checks/0/id",
            "resourceTypes: [AWS::Vault::Vault] | resourceTypes: [] | 8 /resourceTypes"})
    void aMistakeIsNamedWithFileLinePathAndProblem(String text, String replacement, String problem) {
        files.write("aws/vault.yaml", replaced(text, replacement));
        assertThat(problems()).extracting(CatalogProblem::toString)
                .anySatisfy(found -> assertThat(found).startsWith("aws/vault.yaml:" + problem));
    }

    @Test
    void allProblemsOfAllFilesAreListedAtOnce() {
        files.write("aws/vault.yaml", MODEL.replace("control: encryption-at-rest", "control: nope")
                .replace("resource.configuration.encrypted\n", "resource.\n").replace("maximum: 9", "maximum: 0"));
        files.write("aws/zeta.yaml", MODEL.replace("aws/vault", "aws/zeta"));
        files.write("controls/more.yaml", CONTROLS);
        files.write("azure/broken.yaml", "key: [");
        files.write("azure/wrong.yaml", "key: azure/wrong\nversions: 1\n");
        assertThat(problems()).extracting(CatalogProblem::file).contains("aws/vault.yaml", "aws/zeta.yaml",
                "controls/more.yaml", "azure/broken.yaml", "azure/wrong.yaml");
        assertThat(problems()).extracting(CatalogProblem::toString)
                .anySatisfy(it -> assertThat(it).contains("the check 'vault-encrypted' is there already"))
                .anySatisfy(it -> assertThat(it).contains("the resource type 'AWS::Vault::Vault' is there already"))
                .anySatisfy(it -> assertThat(it).contains("the control 'encryption-at-rest' is there already"));
        assertThat(problems().size()).isGreaterThan(10);
    }

    @Test
    void aVariantMayRepeatACheckOfItsCellWordByWordOnly() {
        String anchored = MODEL.replaceFirst("checks:\n", "checks: &checks\n") + """
                      - name: Old vaults
                        when: resource.configuration.old
                        ownership: csc-owned
                        responsibility: Encrypt it.
                        observability: config
                        severity: low
                        checks: *checks
                """;
        files.write("aws/vault.yaml", anchored);
        assertThat(files.load().models().getFirst().responsibilities().get(1).variants()).hasSize(2);
    }

    @Test
    void aPlaceWithoutModelsIsAProblem(@TempDir Path empty) {
        InvalidCatalog invalid = Objects.requireNonNull(catchThrowableOfType(InvalidCatalog.class,
                () -> CatalogFiles.load("file:" + empty + "/",
                        new ModelRules(new CheckLanguage()))));
        assertThat(invalid).hasMessageContaining("holds no service model");
    }

    private List<CatalogProblem> problems() {
        InvalidCatalog invalid = catchThrowableOfType(InvalidCatalog.class, files::load);
        return Objects.requireNonNull(invalid, "the catalog was accepted").problems();
    }

    private static String replaced(String text, String replacement) {
        int at = MODEL.indexOf(text);
        assertThat(at).describedAs(text).isNotNegative();
        return MODEL.substring(0, at) + replacement + MODEL.substring(at + text.length());
    }
}
