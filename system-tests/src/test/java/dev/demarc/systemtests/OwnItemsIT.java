package dev.demarc.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.systemtests.support.Api;
import dev.demarc.systemtests.support.Gaps;
import dev.demarc.systemtests.support.Items;
import dev.demarc.systemtests.support.Json;
import dev.demarc.systemtests.support.Patience;
import dev.demarc.systemtests.support.Product;
import dev.demarc.systemtests.support.SharedProduct;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Items of our own in, in every form, and what a person finds in them out. */
@ExtendWith(SharedProduct.class)
class OwnItemsIT {

    private static final String ACCOUNT = "246813579024";
    private static final Map<String, Function<JsonNode, String>> FORMS = Map.of("EventBridge", Items::eventBridge,
            "SNS", Items::sns, "Lambda", Items::invokingEvent, "history", Items::history, "bare", Json::text);

    private final Api api;

    OwnItemsIT(Product product) {
        api = product.api();
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({"bucket,EventBridge", "security-group,SNS", "function,Lambda", "user,history", "queue,bare"})
    void anItemIsJudgedAsAPersonReadsIt(String name, String form) {
        ObjectNode item = Items.item(name, ACCOUNT);
        JsonNode result = api.post("/api/ingest/aws", FORMS.getOrDefault(form, Json::text).apply(item)).expect(202)
                .json();
        assertThat(result.path("accepted").asInt()).as(result.toString()).isEqualTo(1);

        String subject = Gaps.subject(api, Json.text(item, "ARN"));

        Map<String, String> expected = Gaps.expected(Json.resource("expected/own-checks.json").path(name));
        Patience.eventually().untilAsserted(() -> assertThat(Gaps.outcomes(api, subject)).isEqualTo(expected));
        Gaps.awaitThoseOf(api, subject, expected);
    }

    @Test
    void aTypeWithoutAModelIsAGapOfTheAccountAndNeverFine() {
        api.post("/api/ingest/aws", Json.text(Items.item("queue", "246813579025"))).expect(202);

        JsonNode gap = Patience.eventually().until(() -> api.all("/api/gaps?account={a}&reason=service-not-modelled",
                "246813579025"), found -> found.size() == 1).getFirst();

        assertThat(Json.text(gap, "title")).contains("AWS::SQS::Queue");
        assertThat(Json.text(gap, "subject", "kind")).isEqualTo("account");
        assertThat(Json.text(gap, "state")).isEqualTo("open");
        String queue = Gaps.subject(api, "arn:aws:sqs:eu-west-3:246813579025:atlas-jobs");
        JsonNode shown = api.get("/api/resources/{id}/responsibilities", queue).expect(200).json();
        assertThat(shown.has("serviceModel")).isFalse();
        assertThat(shown.path("responsibilities").isEmpty()).isTrue();
    }

    @Test
    void whatIsNoItemIsIgnoredOrRejectedWithItsReason() {
        String body = """
                [{"resourceType": "AWS::S3::Bucket", "resourceId": "x", "configurationItemStatus": "ResourceNotRecorded"},
                 {"greeting": "hello"}, 7]""";

        JsonNode result = api.post("/api/ingest/aws", body).expect(202).json();

        assertThat(result.path("accepted").asInt()).isZero();
        assertThat(Json.list(result.path("ignored"))).singleElement().satisfies(ignored -> {
            assertThat(ignored.path("index").asInt()).isZero();
            assertThat(Json.text(ignored, "reason")).startsWith("ResourceNotRecorded");
        });
        assertThat(Json.list(result.path("rejected"))).extracting(rejected -> rejected.path("index").asInt())
                .containsExactly(1, 2);
        assertThat(Json.list(result.path("rejected"))).allSatisfy(
                rejected -> assertThat(Json.text(rejected, "reason")).isNotBlank());
        JsonNode unreadable = api.post("/api/ingest/aws", "{\"a\": ").expect(400).json();
        assertThat(Json.text(unreadable, "detail")).contains("line 1");
    }

    @Test
    void secretsOfAConfigurationAreShownToNobody() {
        String arn = "arn:aws:lambda:eu-west-3:246813579026:function:atlas-tiles";
        api.post("/api/ingest/aws", Json.text(Items.item("function", "246813579026"))).expect(202);

        String shown = api.get("/api/resources/{id}", Gaps.subject(api, arn)).expect(200).body();

        assertThat(shown).contains("TILE_SERVER_PASSWORD").doesNotContain("open-sesame");
    }

    @Test
    void aDeletedResourceLeavesNoGapBehind() {
        String account = "246813579027";
        ObjectNode bucket = Items.item("bucket", account);
        bucket.put("ARN", "arn:aws:s3:::atlas-short-lived").put("resourceId", "atlas-short-lived");
        api.post("/api/ingest/aws", Json.text(bucket)).expect(202);
        String subject = Gaps.subject(api, "arn:aws:s3:::atlas-short-lived");
        Gaps.await(api, subject, "s3-no-public-read");
        ObjectNode deleted = bucket.deepCopy();
        deleted.put("configurationItemStatus", "ResourceDeleted").putNull("configuration")
                .put("configurationItemCaptureTime", "2026-03-03T00:00:00.000Z")
                .put("configurationStateId", 1772496000000L);
        deleted.set("supplementaryConfiguration", Json.object());

        api.post("/api/ingest/aws", Items.eventBridge(deleted)).expect(202);

        Patience.eventually().untilAsserted(() -> {
            List<JsonNode> gaps = api.all("/api/gaps?subject={id}", subject);
            assertThat(gaps).isNotEmpty().allSatisfy(gap -> {
                assertThat(Json.text(gap, "state")).isEqualTo("resolved");
                assertThat(Json.text(gap, "cause")).isEqualTo("resource-deleted");
            });
        });
        assertThat(api.all("/api/resources?nativeId={id}", "arn:aws:s3:::atlas-short-lived")).isEmpty();
    }

    @Test
    void coverageTellsWhatIsHeardOfAndWhatNoModelCovers() {
        String account = "246813579028";
        api.post("/api/ingest/aws", Json.text(Items.item("user", account))).expect(202);
        api.post("/api/ingest/aws", Json.text(Items.item("queue", account))).expect(202);

        Patience.eventually().untilAsserted(() -> {
            JsonNode heard = api.all("/api/coverage").stream()
                    .filter(entry -> Json.text(entry, "account", "account").equals(account)).findAny().orElseThrow();
            assertThat(heard.path("resources").asInt()).isEqualTo(2);
            assertThat(heard.path("unmodelled").asInt()).isEqualTo(1);
            assertThat(Json.list(heard.path("sources"))).isNotEmpty();
        });
        Map<String, Boolean> types = new TreeMap<>();
        Json.list(api.get("/api/coverage").expect(200).json().path("types"))
                .forEach(type -> types.put(Json.text(type, "type"), type.path("modelled").asBoolean()));
        assertThat(types).containsEntry("AWS::IAM::User", true).containsEntry("AWS::SQS::Queue", false);
    }
}
