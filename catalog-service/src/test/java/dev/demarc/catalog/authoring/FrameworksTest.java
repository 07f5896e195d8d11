package dev.demarc.catalog.authoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.catalog.files.FrameworkFiles;
import dev.demarc.catalog.model.Frameworks;
import dev.demarc.catalog.model.Requirement;
import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.catalog.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The lists of requirements are those of their publishers. */
class FrameworksTest {

    private static final Frameworks FRAMEWORKS = FrameworkFiles.bundled();

    @Test
    void theListsHaveWhatTheirPublishersHave() {
        assertThat(FRAMEWORKS.requirements("nist-800-53-r5")).hasSize(1189);
        assertThat(FRAMEWORKS.requirements("csa-ccm-v4")).hasSize(197);
        assertThat(FRAMEWORKS.requirements("aws-security-hub")).hasSize(452)
                .allSatisfy(it -> assertThat(it).hasNoNullFieldsOrPropertiesExcept("withdrawn"));
        assertThat(FRAMEWORKS.requirement("aws-security-hub", "S3.8")).hasValueSatisfying(it -> {
            assertThat(it.group()).isEqualTo("S3");
            assertThat(it.trigger()).isEqualTo("change-triggered");
            assertThat(it.severity()).isEqualTo(Severity.HIGH);
        });
        assertThat(FRAMEWORKS.requirements("cis-aws-foundations")).hasSize(62);
        assertThat(FRAMEWORKS.requirements("microsoft-cloud-security-benchmark")).hasSize(86)
                .allSatisfy(it -> assertThat(it.title()).isNotBlank());
        assertThat(FRAMEWORKS.requirement("nist-800-53-r5", "SC-7(5)")).isPresent();
        assertThat(FRAMEWORKS.requirements("iso-27001")).isEmpty();
    }

    @Test
    void aListOfOneProvidersRequirementsSaysSo() {
        assertThat(FRAMEWORKS.names()).filteredOn(it -> !FRAMEWORKS.framework(it).orElseThrow().isAbout("azure"))
                .containsExactlyInAnyOrder("aws-security-hub", "cis-aws-foundations");
        assertThat(FRAMEWORKS.names()).allMatch(it -> FRAMEWORKS.framework(it).orElseThrow().isAbout("aws"));
    }

    @Test
    void securityHubIsAsAwsPublishesIt() throws IOException {
        JsonNode catalog = ContractJson.mapper().readTree(
                Files.readString(Shared.path("data/oscal/aws/aws_security-hub.catalog.oscal.json")));
        List<Requirement> published = new ArrayList<>();
        for (JsonNode group : catalog.at("/catalog/groups")) {
            for (JsonNode control : group.path("controls")) {
                published.add(new Requirement(control.path("id").asString(), group.path("id").asString(),
                        value(control, "parts", "statement", "prose").strip(),
                        value(control, "props", "TriggerType", "value").toLowerCase(Locale.ROOT).replace(' ', '-'),
                        Severity.valueOf(value(control, "props", "SeverityLabel", "value")), null));
            }
        }
        assertThat(FRAMEWORKS.requirements("aws-security-hub")).containsExactlyElementsOf(published);
    }

    @Test
    void nistIsAsNistPublishesIt() throws IOException {
        JsonNode catalog = ContractJson.mapper().readTree(Files.readString(Shared.path(
                "data/oscal/sp800-53r5/NIST_SP-800-53_rev5_catalog-min.2021-06-08-oscal1.0.0.json")));
        List<Requirement> published = new ArrayList<>();
        for (JsonNode group : catalog.at("/catalog/groups")) {
            group.path("controls").forEach(
                    control -> add(published, control, group.path("id").asString().toUpperCase(Locale.ROOT)));
        }
        assertThat(FRAMEWORKS.requirements("nist-800-53-r5")).containsExactlyElementsOf(published);
    }

    private static void add(List<Requirement> all, JsonNode control, String group) {
        boolean withdrawn = StreamSupport.stream(control.path("props").spliterator(), false)
                .anyMatch(it -> it.path("name").asString().equals("status")
                        && it.path("value").asString().equalsIgnoreCase("withdrawn"));
        all.add(new Requirement(value(control, "props", "label", "value"), group, control.path("title").asString(),
                null, null, withdrawn ? true : null));
        control.path("controls").forEach(enhancement -> add(all, enhancement, group));
    }

    private static String value(JsonNode control, String list, String name, String field) {
        return StreamSupport.stream(control.path(list).spliterator(), false)
                .filter(it -> it.path("name").asString().equals(name)).findFirst().orElseThrow().path(field)
                .asString();
    }
}
