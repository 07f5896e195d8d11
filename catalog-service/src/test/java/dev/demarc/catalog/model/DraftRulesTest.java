package dev.demarc.catalog.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.catalog.files.DraftFile;
import dev.demarc.catalog.files.FrameworkFiles;
import dev.demarc.catalog.files.TestCatalog;
import dev.demarc.catalog.publishing.DraftReader;
import dev.demarc.checks.CheckLanguage;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.subject.SubjectKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftRulesTest {

    private static final DraftRules RULES = new DraftRules(new ModelRules(new CheckLanguage()),
            FrameworkFiles.bundled());
    private static final Map<String, Control> CONTROLS = Stream
            .of("encryption-at-rest", "physical-security", "training")
            .map(id -> new Control(id, id, "Domain", "What it asks.", SubjectKind.RESOURCE, List.of()))
            .collect(Collectors.toMap(Control::id, it -> it));
    private static final String UNCHECKED = """
              - control: training
                ownership: csc-owned
                responsibility: Train.
                observability: attestation
                severity: low
            unchecked:
              - {framework: FRAMEWORK, requirement: ID, reason: No record shows it., control: training}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "aws-security-hub | S3.999 | there is no requirement 'S3.999' in aws-security-hub",
            "nist-800-53-r5 | AC-3(1) | 'AC-3(1)' of nist-800-53-r5 was withdrawn by its publisher"})
    void a_requirement_that_does_not_exist_is_a_problem_where_it_stands(String framework, String id, String problem) {
        assertThat(problems(checked(framework, id)))
                .containsExactly("draft:23 /responsibilities/1/checks/0/frameworks/" + framework + "/0: " + problem);
        assertThat(problems(unchecked(framework, id))).containsExactly("draft:47 /unchecked/0/requirement: " + problem);
    }

    @Test
    void a_framework_that_is_about_services_of_another_provider_is_a_problem() {
        String problem = "aws-security-hub is about services of aws alone, not of azure";
        assertThat(problems(azure(checked("aws-security-hub", "S3.8"))))
                .containsExactly("draft:23 /responsibilities/1/checks/0/frameworks/aws-security-hub: " + problem);
        assertThat(problems(azure(unchecked("aws-security-hub", "S3.8"))))
                .containsExactly("draft:47 /unchecked/0/framework: " + problem);
        assertThat(problems(azure(checked("nist-800-53-r5", "SC-28")))).isEmpty();
    }

    @Test
    void what_exists_and_what_is_in_a_framework_without_a_list_is_fine() {
        assertThat(problems(checked("aws-security-hub", "S3.8"))).isEmpty();
        assertThat(problems(checked("our-own-rules", "Anything.1"))).isEmpty();
        assertThat(problems(unchecked("our-own-rules", "Anything.1"))).isEmpty();
    }

    private static String checked(String framework, String id) {
        return TestCatalog.MODEL.replace("        title: The vault is encrypted\n",
                "        title: The vault is encrypted\n"
                        + "        frameworks: {" + framework + ": [" + id + "]}\n");
    }

    private static String unchecked(String framework, String id) {
        return TestCatalog.MODEL + UNCHECKED.replace("FRAMEWORK", framework).replace("ID", id);
    }

    private static String azure(String yaml) {
        return yaml.replace("aws/vault", "azure/vault").replace("provider: aws", "provider: azure");
    }

    private static List<String> problems(String yaml) {
        DraftReader.Reading reading = new DraftFile().read(DraftReader.Format.YAML,
                yaml.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOf(DraftReader.Draft.class);
        SourceFile<ServiceModel> file = ((DraftReader.Draft) reading).file();
        return RULES.findings(file.content(), new Versions(List.of(), List.of()), CONTROLS, List.of()).stream()
                .map(finding -> file.problem(finding).toString()).toList();
    }
}
