package dev.demarc.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.systemtests.support.Answer;
import dev.demarc.systemtests.support.Api;
import dev.demarc.systemtests.support.Gaps;
import dev.demarc.systemtests.support.Items;
import dev.demarc.systemtests.support.Json;
import dev.demarc.systemtests.support.Patience;
import dev.demarc.systemtests.support.Product;
import dev.demarc.systemtests.support.SharedProduct;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The list of gaps, one gap explained, and what people do about it. */
@ExtendWith(SharedProduct.class)
class GapsIT {

    private static final String ACCOUNT = "135791113151";
    private static final String BUCKET = "arn:aws:s3:::atlas-gaps";
    private static final List<String> SEVERITIES = List.of("low", "medium", "high", "critical");

    private final Api api;
    private final String bucket;

    GapsIT(Product product) {
        api = product.api();
        bucket = Gaps.subject(api, BUCKET);
    }

    @BeforeAll
    static void aBucketAndASecurityGroupAreThere(Product product) {
        Api api = product.api();
        ObjectNode bucket = Items.item("bucket", ACCOUNT);
        bucket.put("ARN", BUCKET).put("resourceId", "atlas-gaps").put("resourceName", "atlas-gaps");
        ObjectNode group = Items.item("security-group", ACCOUNT);
        JsonNode result = api.post("/api/ingest/aws", List.of(bucket, group)).expect(202).json();
        assertThat(result.path("accepted").asInt()).isEqualTo(2);
        JsonNode checks = Json.resource("expected/own-checks.json");
        Gaps.awaitThoseOf(api, Gaps.subject(api, BUCKET), Gaps.expected(checks.path("bucket")));
        Gaps.awaitThoseOf(api, Gaps.subject(api, Json.text(group, "ARN")),
                Gaps.expected(checks.path("security-group")));
    }

    @Test
    void aFilterLetsThroughWhatItNames() {
        List<JsonNode> severe = api.all("/api/gaps?account={a}&severity=critical,high&type=AWS::S3::Bucket", ACCOUNT);
        assertThat(severe).extracting(gap -> Json.text(gap, "check"))
                .containsExactlyInAnyOrder("s3-public-access-blocked", "s3-no-public-read");
        assertThat(api.all("/api/gaps?account={a}&check=sg-no-open-ssh", ACCOUNT)).hasSize(1);
        assertThat(api.all("/api/gaps?account={a}&control=firewall-configuration&reason=check-failed", ACCOUNT))
                .isNotEmpty().allSatisfy(gap -> assertThat(Json.text(gap, "control"))
                        .isEqualTo("firewall-configuration"));
        assertThat(api.all("/api/gaps?account={a}&state=waived", ACCOUNT)).isEmpty();
        JsonNode problem = api.get("/api/gaps?severity=urgent").expect(400).json();
        assertThat(Json.text(problem, "field")).isEqualTo("severity");
        assertThat(Json.text(problem, "expected")).contains("critical");
    }

    @Test
    void theMostSevereComeFirstAndPagesDontOverlap() {
        List<JsonNode> whole = api.all("/api/gaps?account={a}", ACCOUNT);
        assertThat(whole).isSortedAccordingTo(Comparator
                .comparingInt((JsonNode gap) -> -SEVERITIES.indexOf(Json.text(gap, "severity"))));
        List<JsonNode> paged = new ArrayList<>();
        JsonNode page = api.get("/api/gaps?account={a}&limit=3", ACCOUNT).expect(200).json();
        String first = Json.text(page, "next");
        while (true) {
            paged.addAll(Json.list(page.path("items")));
            if (!page.has("next")) {
                break;
            }
            assertThat(page.path("items").size()).isEqualTo(3);
            page = api.get("/api/gaps?account={a}&limit=3&cursor={c}", ACCOUNT, Json.text(page, "next")).expect(200)
                    .json();
        }
        assertThat(paged).extracting(gap -> Json.text(gap, "id"))
                .containsExactlyElementsOf(whole.stream().map(gap -> Json.text(gap, "id")).toList());
        assertThat(Json.text(api.get("/api/gaps?account={a}&severity=low&cursor={c}", ACCOUNT, first).expect(400)
                .json(), "field")).isEqualTo("cursor");
        assertThat(api.all("/api/gaps?account={a}&sort=severity", ACCOUNT)).isSortedAccordingTo(Comparator
                .comparingInt((JsonNode gap) -> SEVERITIES.indexOf(Json.text(gap, "severity"))));
    }

    @Test
    void aGapSaysWhatWasReadAndSeenAndHowToCloseIt() {
        JsonNode found = Gaps.await(api, bucket, "s3-no-public-read");

        JsonNode gap = api.get("/api/gaps/{id}", Json.text(found, "id")).expect(200).json();

        assertThat(Json.text(gap, "severity")).isEqualTo("critical");
        assertThat(Json.text(gap, "ownership")).isEqualTo("csc-owned");
        assertThat(Json.list(gap.path("observed"))).anySatisfy(seen -> {
            assertThat(Json.text(seen, "path"))
                    .isEqualTo("resource.supplementaryConfiguration.AccessControlList.grantList");
            assertThat(seen.path("value").toString()).contains("AllUsers");
        });
        assertThat(Json.text(gap, "expected")).contains("AllUsers");
        assertThat(Json.text(gap, "remediation")).contains("put-bucket-acl");
        assertThat(Json.list(gap.path("frameworks").path("aws-security-hub"))).extracting(JsonNode::asString)
                .containsExactly("S3.2");
        assertThat(Json.list(gap.path("history"))).last().satisfies(
                opened -> assertThat(Json.text(opened, "event")).isEqualTo("opened"));
    }

    @Test
    void aGapIsTakenOnOnlyByThoseWhoSawItAsItIs() {
        String id = Json.text(Gaps.await(api, bucket, "s3-versioning"), "id");
        String etag = api.get("/api/gaps/{id}", id).expect(200).etag();
        String path = "/api/gaps/{id}/acknowledge";
        api.edit("POST", path, null, Map.of("note", "soon"), id).expect(428);
        api.edit("POST", path, "\"4711\"", Map.of("note", "soon"), id).expect(412);

        Answer taken = api.edit("POST", path, etag, Map.of("note", "soon"), id).expect(200);

        assertThat(Json.text(taken.json(), "state")).isEqualTo("acknowledged");
        assertThat(Json.text(taken.json(), "note")).isEqualTo("soon");
        assertThat(taken.etag()).isNotEqualTo(etag);
        awaitState(id, "acknowledged");
        api.edit("POST", path, etag, null, id).expect(412);
        Answer back = api.edit("DELETE", path, taken.etag(), null, id).expect(200);
        assertThat(Json.text(back.json(), "state")).isEqualTo("open");
        awaitState(id, "open");
        api.edit("DELETE", path, back.etag(), null, id).expect(409);
    }

    private void awaitState(String id, String state) {
        Patience.eventually().untilAsserted(
                () -> assertThat(Json.text(api.get("/api/gaps/{id}", id).expect(200).json(), "state"))
                        .isEqualTo(state));
    }

    @Test
    void responsibilitiesShowTheProvidersPartBesideTheCustomers() {
        JsonNode shown = api.get("/api/resources/{id}/responsibilities", bucket).expect(200).json();

        assertThat(Json.text(shown, "serviceModel", "key")).isEqualTo("aws/s3");
        List<JsonNode> cells = Json.list(shown.path("responsibilities"));
        assertThat(cells).isSortedAccordingTo(Comparator.comparing((JsonNode cell) -> Json.text(cell, "control")));
        JsonNode buildings = cell(cells, "physical-and-environmental-security");
        assertThat(Json.text(buildings, "category")).isEqualTo("inherited");
        assertThat(Json.text(buildings, "provider", "state")).isEqualTo("claimed");
        assertThat(buildings.has("customer")).isFalse();
        JsonNode shared = cell(cells, "encryption-at-rest");
        assertThat(Json.text(shared, "category")).isEqualTo("shared");
        assertThat(Json.text(shared, "provider", "provided")).isNotBlank();
        assertThat(Json.text(shared, "customer", "outcome")).isEqualTo("not-satisfied");
        JsonNode attested = cell(cells, "data-classification");
        assertThat(Json.text(attested, "category")).isEqualTo("customer-specific");
        assertThat(Json.text(attested, "customer", "outcome")).isEqualTo("unknown");
        assertThat(Json.text(cell(cells, "guest-os-patching"), "category")).isEqualTo("not-applicable");
    }

    private static JsonNode cell(List<JsonNode> cells, String control) {
        return cells.stream().filter(cell -> Json.text(cell, "control").equals(control)).findAny().orElseThrow();
    }

    @Test
    void aWorkloadsTeamOwnsTheGapsOfItsMembers() {
        api.edit("PUT", "/api/teams/{id}", null, Map.of("name", "Atlas maps"), "atlas-maps").expect(201);
        api.edit("PUT", "/api/workloads/{id}", null, Map.of("name", "Maps for download", "ownerTeam", "atlas-maps",
                "environment", "production", "selector",
                Map.of("tags", Map.of("Purpose", "maps for download"), "accounts", List.of(ACCOUNT))), "maps")
                .expect(201);

        Patience.eventually().untilAsserted(() -> assertThat(Gaps.of(api, bucket)).isNotEmpty().allSatisfy(gap -> {
            assertThat(Json.text(gap, "ownerTeam")).isEqualTo("atlas-maps");
            assertThat(Json.text(gap, "workload")).isEqualTo("maps");
        }));
        assertThat(api.all("/api/gaps?team=atlas-maps")).extracting(gap -> Json.text(gap, "subject", "id"))
                .containsOnly(bucket);
        assertThat(api.all("/api/resources?workload=maps"))
                .extracting(resource -> Json.text(resource, "subject", "nativeId")).containsExactly(BUCKET);
    }
}
