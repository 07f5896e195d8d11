package dev.demarc.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.demarc.platform.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

class ResourceApiIT {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String RESOURCE = "/api/resources/{id}";
    private static final String RESPONSIBILITIES = "/api/resources/{id}/responsibilities";

    private final Api api = new Api(Running.service());

    private JsonNode listed(String query, int count) {
        await().atMost(SOON).until(() -> api.get("/api/resources?" + query).body().path("total").asInt() == count);
        return api.get("/api/resources?" + query).body().path("items");
    }

    private static String id(JsonNode resource) {
        return resource.path("subject").path("id").asString();
    }

    private static JsonNode line(JsonNode answer, String control) {
        return answer.path("responsibilities").valueStream()
                .filter(each -> each.path("control").asString().equals(control)).findAny().orElseThrow();
    }

    @Test
    void resources_are_found_by_account_type_native_id_name_and_missing_workload() {
        String account = "400000000001";
        api.ingest(Items.publicAccessBlock(account, true, NOON, 1), Items.bucket(account, "found-a", "Off", NOON, 1),
                Items.bucket(account, "found-b", "Off", NOON, 1), Items.job(account, "job", NOON),
                Items.deletedBucket(account, "gone", NOON, 1));

        assertThat(listed("account=" + account, 4)).hasSize(4);
        assertThat(listed("account=" + account + "&type=AWS::S3::Bucket", 2)).hasSize(2);
        assertThat(listed("account=" + account + "&workload=none", 4)).hasSize(4);
        JsonNode bucket = listed("nativeId=arn:aws:s3:::found-a", 1).path(0);
        assertThat(listed("name=found-a", 1).path(0)).isEqualTo(bucket);
        assertThat(bucket.path("serviceModel").path("key").asString()).isEqualTo("aws/s3");
        assertThat(bucket.path("gaps").asInt()).isEqualTo(1);
        assertThat(listed("account=" + account + "&workload=nothing-like-it", 0)).isEmpty();
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = api.get("/api/resources?limit=1&account=" + account
                    + (next.isEmpty() ? "" : "&cursor=" + next)).body();
            page.path("items").forEach(item -> seen.add(id(item)));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        assertThat(seen).hasSize(4).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void one_resource_shows_its_state_and_a_deleted_one_that_it_is_gone() {
        String account = "400000000002";
        api.ingest(Items.bucket(account, "one-resource", "Off", NOON, 1));
        String path = "/api/resources/" + id(listed("name=one-resource", 1).path(0));

        Api.Answer one = api.get(RESOURCE, path);
        assertThat(one.tag()).isNotEmpty();
        assertThat(one.body().path("state").path("configuration").path("name").asString()).isEqualTo("one-resource");

        api.ingest(Items.deletedBucket(account, "one-resource", NOON.plusSeconds(60), 2));
        listed("name=one-resource", 0);
        assertThat(api.get(RESOURCE, path).body().path("resource").path("deleted").asBoolean()).isTrue();
        assertThat(api.get(RESPONSIBILITIES, path + "/responsibilities").body().path("responsibilities")).isEmpty();
        api.exchange(Role.VIEWER, HttpMethod.GET, RESOURCE, "/api/resources/r-" + "a".repeat(26), null, null, 404);
        api.exchange(Role.VIEWER, HttpMethod.GET, RESPONSIBILITIES,
                "/api/resources/r-" + "a".repeat(26) + "/responsibilities", null, null, 404);
    }

    @Test
    void responsibilities_say_for_each_control_who_owns_it_whether_it_is_done_and_from_which_subject() {
        String account = "400000000003";
        api.ingest(Items.publicAccessBlock(account, false, NOON, 1));
        api.ingest(Items.bucket(account, "whose", "Enabled", NOON, 1));
        String id = id(listed("name=whose", 1).path(0));
        await().atMost(SOON).until(() -> api.get("/api/gaps?state=open&account=" + account
                + "&check=s3-not-public,account-not-public").body().path("total").asInt() == 2);

        JsonNode answer = api.get(RESPONSIBILITIES, "/api/resources/" + id + "/responsibilities").body();

        assertThat(answer.path("responsibilities")).extracting(line -> line.path("control").asString())
                .containsExactly("account-public-access", "data-classification", "data-protection",
                        "physical-security", "public-access-prevention");
        JsonNode provider = line(answer, "physical-security");
        assertThat(provider.path("category").asString()).isEqualTo("inherited");
        assertThat(provider.path("from").path("kind").asString()).isEqualTo("provider-service");
        assertThat(provider.path("provider").path("state").asString()).isEqualTo("claimed");
        assertThat(provider.has("customer")).isFalse();
        JsonNode done = line(answer, "data-protection").path("customer");
        assertThat(done.path("outcome").asString()).isEqualTo("satisfied");
        assertThat(done.path("checks").path(0).has("gap")).isFalse();
        JsonNode shared = line(answer, "public-access-prevention");
        assertThat(shared.has("from")).isFalse();
        assertThat(shared.path("customer").path("outcome").asString()).isEqualTo("not-satisfied");
        JsonNode check = shared.path("customer").path("checks").path(0);
        assertThat(check.path("gap").asString()).startsWith("g-");
        assertThat(check.path("observed").path(0).path("value").asBoolean(true)).isFalse();
        assertThat(line(answer, "data-classification").path("customer").path("reason").asString())
                .isEqualTo("evidence-missing");
        JsonNode fromAccount = line(answer, "account-public-access");
        assertThat(fromAccount.path("from").path("id").asString()).isEqualTo("a-aws-" + account);
        assertThat(fromAccount.path("customer").path("outcome").asString()).isEqualTo("not-satisfied");
        assertThat(fromAccount.path("customer").path("checks").path(0).path("gap").asString()).startsWith("g-");
    }

    @Test
    void an_account_has_responsibilities_of_its_own() {
        String account = "400000000004";
        api.ingest(Items.publicAccessBlock(account, true, NOON, 1));
        api.ingest(Items.job(account, "job", NOON));
        await().atMost(SOON).until(() -> api.get("/api/gaps?reason=service-not-modelled&account=" + account).body()
                .path("total").asInt() == 1);

        JsonNode answer = api.get(RESPONSIBILITIES, "/api/resources/a-aws-" + account + "/responsibilities").body();

        assertThat(line(answer, "account-public-access").path("customer").path("outcome").asString())
                .isEqualTo("satisfied");
        assertThat(line(answer, "account-public-access").has("from")).isFalse();
    }

    @Test
    void a_type_without_a_model_has_no_responsibilities_to_show() {
        api.ingest(Items.job("400000000005", "unmodelled-job", NOON));
        String id = id(listed("account=400000000005", 1).path(0));

        JsonNode answer = api.get(RESPONSIBILITIES, "/api/resources/" + id + "/responsibilities").body();

        assertThat(answer.has("serviceModel")).isFalse();
        assertThat(answer.path("responsibilities")).isEmpty();
    }

    @Test
    void the_coverage_counts_resources_by_account_and_type_and_says_when_a_source_was_heard() {
        String account = "400000000006";
        api.ingest(Items.bucket(account, "covered", "Off", NOON, 1), Items.job(account, "job", NOON));

        await().atMost(SOON).untilAsserted(() -> {
            JsonNode coverage = api.get("/api/coverage?provider=aws&limit=500").body();
            assertThat(coverage.path("items")).anySatisfy(item -> {
                assertThat(item.path("account").path("account").asString()).isEqualTo(account);
                assertThat(item.path("resources").asInt()).isEqualTo(2);
                assertThat(item.path("unmodelled").asInt()).isEqualTo(1);
                assertThat(item.path("sources").path(0).path("source").asString()).isEqualTo("aws-config");
            });
            assertThat(coverage.path("types")).anySatisfy(type -> {
                assertThat(type.path("type").asString()).isEqualTo("AWS::Glue::Job");
                assertThat(type.path("modelled").asBoolean()).isFalse();
            });
        });
        assertThat(api.get("/api/coverage?provider=azure").body().path("types")).isEmpty();
    }

    @Test
    void runs_are_listed_the_newest_first_and_tell_how_far_they_are() {
        await().atMost(SOON).untilAsserted(() -> assertThat(
                api.get("/api/assessments/runs?state=completed,superseded&limit=500").body().path("items"))
                .anySatisfy(run -> assertThat(run.path("serviceModel").asString("")).isEqualTo("aws/s3")));

        JsonNode runs = api.get("/api/assessments/runs?limit=500").body().path("items");
        assertThat(runs.valueStream().map(run -> Instant.parse(run.path("startedAt").asString())).toList())
                .isSortedAccordingTo(Comparator.reverseOrder());
        JsonNode run = runs.valueStream().filter(each -> each.has("serviceModel")).findFirst().orElseThrow();
        JsonNode one = api.get("/api/assessments/runs/{id}", "/api/assessments/runs/" + run.path("id").asString())
                .body();
        assertThat(one.path("modelVersion").asInt()).isPositive();
        api.exchange(Role.VIEWER, HttpMethod.GET, "/api/assessments/runs/{id}", "/api/assessments/runs/none", null,
                null, 404);
    }
}
