package dev.demarc.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.OpenApi;
import dev.demarc.contracts.Schemas;
import dev.demarc.platform.security.Role;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The read API as the gateway sees it, on the bundled catalog. */
@TestInstance(Lifecycle.PER_CLASS)
class CatalogApiIT {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Schemas::text)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private static final String MODELS = "/api/catalog/service-models";
    private static final String FRAMEWORKS = "/api/catalog/frameworks";
    private static final String MATRIX = "/api/catalog/matrix";
    private static final String COMPARE = "/api/catalog/compare";
    private static final String OSCAL = "/api/catalog/oscal/";

    private final ConfigurableApplicationContext context = TestService.start("api", "classpath*:catalog/");
    private final String base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    private final WebTestClient client = WebTestClient.bindToServer().baseUrl(base).responseTimeout(TestService.WAIT)
            .defaultHeaders(headers -> headers.setBearerAuth(TestService.token(Role.VIEWER))).build();

    @AfterAll
    void stop() {
        context.close();
    }

    @Test
    void exactlyTheOperationsOfTheApiAreServed() {
        TreeSet<String> served = context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> mapping.getPatternsCondition().getPatterns().stream()
                                .map(pattern -> method + " " + pattern.getPatternString())))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(served).isEqualTo(OpenApi.operations("catalog"));
    }

    @Test
    void answersAreAsTheApiHasThem() {
        conforms("GET /api/catalog/service-models", MODELS);
        conforms("GET /api/catalog/service-models/{provider}/{service}", MODELS + "/aws/s3");
        conforms("GET /api/catalog/service-models/{provider}/{service}/versions", MODELS + "/aws/s3/versions");
        conforms("GET /api/catalog/service-models/{provider}/{service}/versions/{version}",
                MODELS + "/aws/s3/versions/" + get(MODELS + "/aws/s3", 200).at("/model/version").asInt());
        conforms("GET /api/catalog/controls", "/api/catalog/controls?limit=500");
        conforms("GET /api/catalog/drafts", "/api/catalog/drafts");
        conforms("GET /api/catalog/frameworks", FRAMEWORKS);
        conforms("GET /api/catalog/controls/{id}", "/api/catalog/controls/encryption-at-rest");
        conforms("GET /api/catalog/matrix", MATRIX);
        conforms("GET /api/catalog/matrix", MATRIX + "?provider=aws&framework=nist-800-53-r5");
        conforms("GET /api/catalog/matrix", MATRIX + "?service=aws/s3&framework=aws-security-hub");
        conforms("GET /api/catalog/matrix", MATRIX + "?deliveryModel=saas&framework=cis-aws-foundations");
        conforms("GET /api/catalog/compare", COMPARE + "?from=aws/ec2,aws/ebs&to=aws/rds");
        conforms("GET /api/catalog/oscal/component-definition", OSCAL + "component-definition?service=aws/s3");
        conforms("GET /api/catalog/oscal/system-security-plan", OSCAL + "system-security-plan?provider=aws");
    }

    @Test
    void aListIsReadPageByPage() {
        List<String> keys = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = get(MODELS + "?limit=2" + (next.isEmpty() ? "" : "&cursor=" + next), 200);
            page.get("items").forEach(item -> keys.add(item.get("key").asString()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        assertThat(keys).isSorted().doesNotHaveDuplicates()
                .hasSize(get(MODELS + "?limit=500", 200).get("items").size());
    }

    @Test
    void listsAreNarrowedByFiltersAndWords() {
        assertThat(get(MODELS + "?serviceClass=abstracted&q=object%20storage", 200).get("items"))
                .extracting(item -> item.get("key").asString()).containsExactly("aws/s3");
        assertThat(get(MODELS + "?provider=gcp", 200).get("items")).isEmpty();
        JsonNode controls = get("/api/catalog/controls?domain=Data%20protection&framework=nist-800-53-r5", 200);
        assertThat(controls.get("items")).isNotEmpty()
                .allSatisfy(control -> assertThat(control.get("domain").asString()).isEqualTo("Data protection"));
        assertThat(get("/api/catalog/matrix?provider=gcp", 200).get("cells")).isEmpty();
    }

    @Test
    void everyFrameworkOfTheBundledCatalogIsListedWhole() {
        JsonNode all = get(FRAMEWORKS, 200).get("items");
        assertThat(all).extracting(it -> it.get("id").asString()).isSorted().contains("aws-security-hub",
                "cis-aws-foundations", "csa-ccm-v4", "microsoft-cloud-security-benchmark", "nist-800-53-r5");
        JsonNode nist = get(FRAMEWORKS + "?q=security%20800-53", 200).get("items");
        assertThat(nist).singleElement().satisfies(it -> {
            assertThat(it.get("id").asString()).isEqualTo("nist-800-53-r5");
            assertThat(it.get("complete").asBoolean()).isTrue();
            assertThat(it.get("requirements").asInt()).isGreaterThan(1000);
            assertThat(it.get("controls").asLong()).isEqualTo(
                    get("/api/catalog/controls?limit=1&framework=nist-800-53-r5", 200).get("total").asLong());
        });
        assertThat(all).allSatisfy(it -> {
            assertThat(it.get("complete").asBoolean()).isTrue();
            assertThat(it.get("requirements").asInt()).isEqualTo(get(
                    MATRIX + "?framework=" + it.get("id").asString(), 200).at("/framework/requirements").size());
        });
        JsonNode first = get(FRAMEWORKS + "?limit=1", 200);
        assertThat(get(FRAMEWORKS + "?limit=1&cursor=" + first.get("next").asString(), 200).at("/items/0"))
                .isEqualTo(all.get(1));
        assertThat(first.get("total").asInt()).isEqualTo(all.size());
    }

    @Test
    void theBoundaryMovesWithTheDeliveryModelInAzureToo() {
        assertThat(get(MODELS + "?provider=azure&deliveryModel=iaas", 200).get("items"))
                .extracting(item -> item.get("key").asString())
                .containsExactly("azure/network-security-groups", "azure/virtual-machines");
        JsonNode matrix = get("/api/catalog/matrix?provider=azure", 200);
        assertThat(matrix.get("serviceModels")).hasSizeGreaterThanOrEqualTo(10)
                .allSatisfy(column -> assertThat(column.get("provider").asString()).isEqualTo("azure"));
        assertThat(ownership(matrix, "azure/virtual-machines", "guest-os-patching")).isEqualTo("csc-owned");
        assertThat(ownership(matrix, "azure/app-service", "guest-os-patching")).isEqualTo("csp-owned");
        assertThat(ownership(matrix, "azure/app-service", "application-security")).isEqualTo("shared-independent");
        assertThat(ownership(matrix, "azure/microsoft-365", "application-security")).isEqualTo("csp-owned");
        assertThat(ownership(matrix, "azure/microsoft-365", "identity-and-access")).isEqualTo("shared-independent");
    }

    @ParameterizedTest
    @ValueSource(strings = {MODELS + "?serviceClass=docker", MODELS + "?limit=501", MODELS + "?cursor=x",
            MODELS + "?provider=a,,b", MODELS + "/aws/s3/versions/x", "/api/catalog/controls?limit=-1",
            "/api/catalog/drafts?limit=0", "/api/catalog/drafts?cursor=x", FRAMEWORKS + "?limit=many",
            MATRIX + "?format=pdf", MATRIX + "?deliveryModel=docker", MATRIX + "?framework=nobodys",
            MATRIX + "?format=csv&framework=nobodys", MATRIX + "?service=s3", COMPARE + "?from=aws/ec2",
            COMPARE + "?from=ec2&to=aws/rds", COMPARE + "?from=,&to=aws/rds",
            MATRIX + "?service=,", MODELS + "?provider=aws,", OSCAL + "component-definition?framework=nobodys"})
    void badInputIsRefusedWithTheFieldAndWhatWasExpected(String path) {
        JsonNode problem = get(path, 400);
        assertThat(problem.path("field").asString("")).isNotEmpty();
        assertThat(problem.path("detail").asString("")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {MODELS + "/aws/nope", MODELS + "/aws/nope/versions", MODELS + "/aws/s3/versions/99",
            "/api/catalog/controls/nope", "/api/catalog/nope", MATRIX + "?service=aws/nope",
            MATRIX + "?format=xlsx&service=aws/nope", COMPARE + "?from=aws/nope&to=aws/rds",
            OSCAL + "component-definition?provider=nope", OSCAL + "system-security-plan?service=aws/nope"})
    void whatIsNotThereIsNotFound(String path) {
        assertThat(get(path, 404).get("status").asInt()).isEqualTo(404);
    }

    @Test
    void theMatrixIsDownloadedAsATableWithAllRequirementsOfAFramework() {
        EntityExchangeResult<byte[]> csv = download(MATRIX + "?service=aws/s3&framework=nist-800-53-r5&format=csv");
        assertThat(csv.getResponseHeaders().getContentDisposition().getFilename())
                .isEqualTo("demarc-matrix-aws-s3-nist-800-53-r5.csv");
        assertThat(csv.getResponseHeaders().getContentType()).hasToString("text/csv;charset=UTF-8;header=present");
        List<String> lines = text(csv).lines().toList();
        assertThat(lines.getFirst()).startsWith("\"Question ID\",\"Question\",\"CSP CAIQ Answer\"");
        assertThat(lines).anyMatch(line -> line.startsWith("\"SC-28\"") && line.contains("\"aws/s3\""))
                .anyMatch(line -> line.startsWith("\"PE-1\"") && line.contains("\"not-covered\""));

        EntityExchangeResult<byte[]> xlsx = download(MATRIX + "?provider=aws&format=xlsx");
        assertThat(xlsx.getResponseHeaders().getContentDisposition().getFilename())
                .isEqualTo("demarc-matrix-aws.xlsx");
        assertThat(Objects.requireNonNull(xlsx.getResponseBody())).startsWith('P', 'K');
    }

    @Test
    void rdsInPlaceOfMysqlOnEc2DropsTheGuestOperatingSystem() {
        JsonNode comparison = get(COMPARE + "?from=aws/ec2&to=aws/rds", 200);
        assertThat(comparison.get("dropped")).anySatisfy(duty -> {
            assertThat(duty.get("control").asString()).isEqualTo("guest-os-patching");
            assertThat(duty.get("change").asString()).isEqualTo("taken-over");
        });
        assertThat(comparison.get("kept")).extracting(duty -> duty.get("control").asString())
                .contains("data-classification");
    }

    @Test
    void aPlanIsAboutOneProvider() {
        assertThat(get(OSCAL + "system-security-plan", 400).get("field").asString()).isEqualTo("provider");
    }

    @Test
    void aPlanNeedsAServiceThatAnswersTheFramework() {
        JsonNode problem = get(OSCAL + "system-security-plan?provider=azure&framework=aws-security-hub", 400);
        assertThat(problem.get("field").asString()).isEqualTo("framework");
        assertThat(problem.get("detail").asString()).startsWith("no service of provider azure");
    }

    @Test
    void requirementsOfAwsAreAnsweredByServicesOfAwsAlone() {
        assertThat(get(MATRIX + "?provider=azure&framework=cis-aws-foundations", 200).at("/framework/requirements"))
                .hasSize(62).allSatisfy(it -> assertThat(it.get("coverage").asString()).isEqualTo("not-covered"));
        assertThat(get(FRAMEWORKS + "?q=cis-aws", 200).at("/items/0/provider").asString()).isEqualTo("aws");
        assertThat(get(MATRIX + "?provider=azure&framework=microsoft-cloud-security-benchmark", 200)
                .at("/framework/requirements"))
                .anySatisfy(it -> assertThat(it.get("coverage").asString()).isNotEqualTo("not-covered"));
    }

    @Test
    void whereNothingIsToBeDoneARequirementIsNotCovered() {
        assertThat(get(MATRIX + "?service=aws/s3&framework=cis-aws-foundations", 200).at("/framework/requirements"))
                .filteredOn(it -> it.get("id").asString().equals("5.1")).singleElement()
                .satisfies(it -> assertThat(it.get("coverage").asString()).isEqualTo("not-applicable"));
    }

    @Test
    void aVersionThatTheReaderHasIsNotSentAgain() {
        String tag = Objects.requireNonNull(client.get().uri(MODELS + "/aws/s3").exchange().expectStatus().isOk()
                .returnResult(Void.class).getResponseHeaders().getETag());
        client.get().uri(MODELS + "/aws/s3").header("If-None-Match", tag).exchange().expectStatus().isNotModified();
    }

    @Test
    void nobodyGetsInWithoutTheGatewaysTokenAndAnIngesterReadsNothing() {
        WebTestClient stranger = WebTestClient.bindToServer().baseUrl(base).responseTimeout(TestService.WAIT)
                .build();
        stranger.get().uri(MODELS).exchange().expectStatus().isUnauthorized();
        stranger.get().uri(MODELS).headers(headers -> headers.setBearerAuth(TestService.token(Role.INGESTER)))
                .exchange().expectStatus().isForbidden();
        stranger.get().uri("/actuator/health").exchange().expectStatus().isOk();
    }

    private void conforms(String operation, String path) {
        List<String> errors = SCHEMAS.getSchema(SchemaLocation.of(OpenApi.responseSchema(operation, 200)))
                .validate(get(path, 200)).stream().map(Error::toString).toList();
        assertThat(errors).describedAs(operation).isEmpty();
    }

    private static String ownership(JsonNode matrix, String serviceModel, String control) {
        return matrix.get("cells").valueStream()
                .filter(cell -> cell.get("serviceModel").asString().equals(serviceModel)
                        && cell.get("control").asString().equals(control))
                .findFirst().orElseThrow().get("ownership").asString();
    }

    private JsonNode get(String path, int status) {
        return ContractJson.mapper().readTree(text(exchange(path, status)));
    }

    private EntityExchangeResult<byte[]> download(String path) {
        return exchange(path, 200);
    }

    private EntityExchangeResult<byte[]> exchange(String path, int status) {
        return client.mutate().codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8_000_000)).build().get()
                .uri(URI.create(base + path)).exchange().expectStatus().isEqualTo(status).expectBody().returnResult();
    }

    private static String text(EntityExchangeResult<byte[]> result) {
        return new String(Objects.requireNonNull(result.getResponseBody()), StandardCharsets.UTF_8);
    }
}
