package dev.demarc.catalog.oscal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.demarc.catalog.export.FrameworkRows;
import dev.demarc.catalog.export.Models;
import dev.demarc.catalog.files.CatalogFiles;
import dev.demarc.catalog.files.FrameworkFiles;
import dev.demarc.catalog.model.Frameworks;
import dev.demarc.catalog.model.ModelRules;
import dev.demarc.catalog.model.Origin;
import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.catalog.model.VersionEntry;
import dev.demarc.checks.CheckLanguage;
import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.catalog.Ownership;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class OscalTest {

    private static final PublishedVersion BOX = Models.version("aws/box",
            Models.cell("encryption", Ownership.SHARED_DEPENDENT, "Encrypts with a key.", "Choose the key.",
                    List.of(Models.check("box-encrypted", "F-5")),
                    List.of(Models.customers("Old boxes", "Encrypt before sending."))),
            Models.cell("hardware", Ownership.CSP_OWNED, "Replaces disks.", null),
            Models.cell("guest-os", Ownership.NOT_APPLICABLE, null, null));

    @Test
    void every_bundled_service_model_is_a_component_that_nists_schema_accepts() throws IOException {
        Frameworks frameworks = FrameworkFiles.bundled();
        List<PublishedVersion> versions = bundled();

        JsonNode document = write(ComponentDefinition.of(new Source(versions, frameworks.names().stream().sorted()
                .map(it -> FrameworkRows.of(it, frameworks, versions, versions).orElseThrow()).toList())));

        assertThat(errors("component", document)).isEmpty();
        assertThat(document.path("component-definition").path("components")).hasSameSizeAs(versions);
    }

    @Test
    void every_bundled_providers_export_is_a_plan_that_nists_schema_accepts() throws IOException {
        Frameworks frameworks = FrameworkFiles.bundled();
        List<PublishedVersion> all = bundled();
        for (String provider : all.stream().map(version -> version.model().provider()).distinct().toList()) {
            List<PublishedVersion> versions = all.stream()
                    .filter(version -> version.model().provider().equals(provider)).toList();

            JsonNode document = write(SystemSecurityPlan.of(provider,
                    FrameworkRows.of("nist-800-53-r5", frameworks, all, versions).orElseThrow(), versions));

            assertThat(errors("ssp", document)).as(provider).isEmpty();
        }
    }

    @Test
    void a_component_without_an_answer_is_one_that_nists_schema_accepts() throws IOException {
        List<PublishedVersion> all = bundled();
        List<PublishedVersion> azure = all.stream().filter(it -> it.model().provider().equals("azure")).toList();

        JsonNode document = write(ComponentDefinition.of(new Source(azure, Stream
                .of("aws-security-hub", "cis-aws-foundations")
                .map(it -> FrameworkRows.of(it, FrameworkFiles.bundled(), all, azure).orElseThrow()).toList())));

        assertThat(errors("component", document)).isEmpty();
        assertThat(document.at("/component-definition/components")).hasSameSizeAs(azure)
                .noneMatch(component -> component.has("control-implementations"));
    }

    @Test
    void a_component_says_whose_each_requirement_is() {
        JsonNode component = write(ComponentDefinition.of(source())).path("component-definition").path("components")
                .path(0);

        assertThat(component.path("type").asString()).isEqualTo("service");
        JsonNode first = component.at("/control-implementations/0/implemented-requirements/0");
        assertThat(first.path("control-id").asString()).isEqualTo("F-1");
        assertThat(first.path("description").asString()).contains("Provider: Encrypts with a key.")
                .contains("Customer: Choose the key.").contains("Old boxes");
        assertThat(first.path("props")).anySatisfy(prop -> {
            assertThat(prop.path("name").asString()).isEqualTo("ownership");
            assertThat(prop.path("value").asString()).isEqualTo("shared-dependent");
            assertThat(prop.path("class").asString()).isEqualTo("encryption");
        });
        assertThat(first.path("responsible-roles")).extracting(role -> role.path("role-id").asString())
                .containsExactly("provider", "customer");
    }

    @Test
    void the_export_ties_a_responsibility_to_what_is_provided() {
        JsonNode requirement = write(plan()).at("/system-security-plan/control-implementation/implemented-requirements")
                .path(0);
        JsonNode export = requirement.at("/by-components/0/export");

        assertThat(export.path("provided")).hasSize(1);
        assertThat(export.path("responsibilities")).hasSize(2);
        assertThat(export.at("/responsibilities/0/provided-uuid")).isEqualTo(export.at("/provided/0/uuid"));
        assertThat(export.at("/responsibilities/0/description").asString()).contains("Choose the key.");
        assertThat(export.path("responsibilities").path(1).has("provided-uuid")).isFalse();
        assertThat(requirement.path("props")).extracting(prop -> prop.path("value").asString())
                .contains("system-specific", "customer-configured", "customer-provided");
    }

    @Test
    void the_same_versions_give_the_same_document_and_every_uuid_is_there_once() {
        assertThat(write(plan())).isEqualTo(write(plan()));
        assertThat(write(ComponentDefinition.of(source()))).isEqualTo(write(ComponentDefinition.of(source())));
        List<String> uuids = write(plan()).findValuesAsString("uuid");
        assertThat(uuids).doesNotHaveDuplicates()
                .allMatch(uuid -> uuid.matches("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
        assertThat(write(plan()).at("/system-security-plan/metadata/last-modified").asString())
                .isEqualTo("2026-11-20T08:00:00Z");
    }

    @Test
    void another_content_is_another_document_with_the_same_component() {
        PublishedVersion next = new PublishedVersion(
                new VersionEntry("aws/box", 2, "6902c6c6", Models.PUBLISHED, Origin.bundled(2, false)), BOX.model());
        FrameworkRows rows = FrameworkRows.of("five", Models.FRAMEWORKS, List.of(next), List.of(next)).orElseThrow();

        JsonNode before = write(ComponentDefinition.of(source())).path("component-definition");
        JsonNode after = write(ComponentDefinition.of(new Source(List.of(next), List.of(rows))))
                .path("component-definition");

        assertThat(after.path("uuid")).isNotEqualTo(before.path("uuid"));
        assertThat(after.at("/components/0/uuid")).isEqualTo(before.at("/components/0/uuid"));
        assertThat(after.at("/metadata/version").asString()).isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource({"nist-800-53-r5,AC-2(1),ac-2.1", "nist-800-53-r5,SC-28,sc-28", "aws-security-hub,S3.8,S3.8",
            "csa-ccm-v4,A&A-01,A_A-01", "cis-aws-foundations,2.1.3,_2.1.3"})
    void a_requirement_is_named_by_a_token(String framework, String requirement, String token) {
        assertThat(ControlIds.token(framework, requirement)).isEqualTo(token);
    }

    @Test
    void a_name_based_uuid_is_that_of_the_standard() {
        assertThat(NameUuid.of(UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"))
                .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
        assertThat(NameUuid.of("a", "bc")).isNotEqualTo(NameUuid.of("ab", "c"));
    }

    @Test
    void nothing_gives_no_document() {
        assertThatThrownBy(() -> new Source(List.of(), List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Source source() {
        return new Source(List.of(BOX), List.of(rows()));
    }

    private static SystemSecurityPlan plan() {
        return SystemSecurityPlan.of("aws", rows(), List.of(BOX));
    }

    private static FrameworkRows rows() {
        return FrameworkRows.of("five", Models.FRAMEWORKS, List.of(BOX), List.of(BOX)).orElseThrow();
    }

    private static List<PublishedVersion> bundled() {
        return CatalogFiles.load("classpath*:catalog/", new ModelRules(new CheckLanguage())).models().stream()
                .map(model -> new PublishedVersion(
                        new VersionEntry(model.key(), model.version(), "5891b5b5", Models.PUBLISHED,
                                Origin.bundled(model.version(), false)),
                        model))
                .sorted(Comparator.comparing(version -> version.entry().key())).toList();
    }

    private static JsonNode write(Object document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OscalJson.write(document, out);
        return ContractJson.mapper().readTree(out.toByteArray());
    }

    private static List<String> errors(String schema, JsonNode document) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                OscalTest.class.getResourceAsStream("/oscal/oscal_" + schema + "_schema.json"))) {
            Schema read = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
            return read.validate(document).stream().limit(10).map(Error::toString).toList();
        }
    }
}
