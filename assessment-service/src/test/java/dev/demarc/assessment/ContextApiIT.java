package dev.demarc.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.demarc.assessment.application.EditContext;
import dev.demarc.contracts.context.Team;
import dev.demarc.platform.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

class ContextApiIT {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final String TEAM = "/api/teams/{id}";
    private static final String WORKLOAD = "/api/workloads/{id}";
    private static final String ACCOUNT = "/api/accounts/{id}";

    private final Api api = new Api(Running.service());

    private Api.Answer team(String id) {
        return api.edit(HttpMethod.PUT, TEAM, "/api/teams/" + id, "{\"name\":\"Team " + id + "\"}", null, 201);
    }

    private static String workload(String team) {
        return "{\"name\":\"Shop\",\"ownerTeam\":\"" + team + "\",\"selector\":{\"tags\":{\"app\":\"nobody\"}}}";
    }

    private JsonNode refused(String operation, String path, String body) {
        return api.edit(HttpMethod.PUT, operation, path, body, null, 400).body();
    }

    @Test
    void a_team_is_created_read_replaced_by_its_etag_and_deleted() {
        Api.Answer created = team("life");
        assertThat(api.get(TEAM, "/api/teams/life").tag()).isEqualTo(created.tag());

        api.edit(HttpMethod.PUT, TEAM, "/api/teams/life", "{\"name\":\"Other\"}", null, 428);
        api.edit(HttpMethod.PUT, TEAM, "/api/teams/life", "{\"name\":\"Other\"}", "\"0\"", 412);
        Api.Answer replaced = api.edit(HttpMethod.PUT, TEAM, "/api/teams/life",
                "{\"id\":\"life\",\"name\":\"Other\",\"contacts\":[\"a@shop.example\"]}", created.tag(), 200);
        assertThat(replaced.body().path("contacts").path(0).asString()).isEqualTo("a@shop.example");

        api.edit(HttpMethod.DELETE, TEAM, "/api/teams/life", null, null, 428);
        api.edit(HttpMethod.DELETE, TEAM, "/api/teams/life", null, created.tag(), 412);
        api.edit(HttpMethod.DELETE, TEAM, "/api/teams/life", null, replaced.tag(), 204);
        api.exchange(Role.VIEWER, HttpMethod.GET, TEAM, "/api/teams/life", null, null, 404);
        api.edit(HttpMethod.DELETE, TEAM, "/api/teams/life", null, replaced.tag(), 404);
        team("life");
    }

    @Test
    void a_viewer_edits_nothing() {
        api.exchange(Role.VIEWER, HttpMethod.PUT, TEAM, "/api/teams/viewers", "{\"name\":\"x\"}", null, 403);
        api.exchange(Role.INGESTER, HttpMethod.GET, "/api/teams", "/api/teams", null, null, 403);
    }

    @Test
    void a_team_that_something_names_stays() {
        Api.Answer owner = team("owner");
        Api.Answer workload = api.edit(HttpMethod.PUT, WORKLOAD, "/api/workloads/owned", workload("owner"), null, 201);

        JsonNode conflict = api.edit(HttpMethod.DELETE, TEAM, "/api/teams/owner", null, owner.tag(), 409).body();

        assertThat(conflict.path("detail").asString()).contains("workload 'owned'");
        api.edit(HttpMethod.DELETE, WORKLOAD, "/api/workloads/owned", null, workload.tag(), 204);
        api.edit(HttpMethod.DELETE, TEAM, "/api/teams/owner", null, owner.tag(), 204);
    }

    @Test
    void teams_merge_into_others_but_not_in_a_circle() {
        Api.Answer one = team("merge-one");
        Api.Answer two = team("merge-two");
        Api.Answer merged = api.edit(HttpMethod.PUT, TEAM, "/api/teams/merge-one",
                "{\"name\":\"One\",\"mergedInto\":\"merge-two\"}", one.tag(), 200);

        JsonNode circle = api.edit(HttpMethod.PUT, TEAM, "/api/teams/merge-two",
                "{\"name\":\"Two\",\"mergedInto\":\"merge-one\"}", two.tag(), 400).body();
        JsonNode nobody = api.edit(HttpMethod.PUT, TEAM, "/api/teams/merge-two",
                "{\"name\":\"Two\",\"mergedInto\":\"nobody-there\"}", two.tag(), 400).body();

        assertThat(List.of(circle, nobody)).allSatisfy(
                problem -> assertThat(problem.path("field").asString()).isEqualTo("mergedInto"));
        assertThat(merged.body().path("mergedInto").asString()).isEqualTo("merge-two");
        api.edit(HttpMethod.DELETE, TEAM, "/api/teams/merge-two", null, two.tag(), 409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            name;              {"ownerTeam":"bad-input","selector":{"tags":{"a":"b"}}}
            name;              {"name":" ","ownerTeam":"bad-input","selector":{"tags":{"a":"b"}}}
            ownerTeam;         {"name":"x","ownerTeam":"No Team","selector":{"tags":{"a":"b"}}}
            ownerTeam;         {"name":"x","ownerTeam":"nobody-there","selector":{"tags":{"a":"b"}}}
            selector;          {"name":"x","ownerTeam":"bad-input","selector":{}}
            selector;          {"name":"x","ownerTeam":"bad-input"}
            selector.accounts; {"name":"x","ownerTeam":"bad-input","selector":{"accounts":["1111"]}}
            selector.accounts; {"name":"x","ownerTeam":"bad-input","selector":{"accounts":["a-aws-111122223333"]}}
            selector.resources;{"name":"x","ownerTeam":"bad-input","selector":{"resources":[""]}}
            frameworks;        {"name":"x","ownerTeam":"bad-input","frameworks":["PCI DSS"],"selector":{"tags":{"a":"b"}}}
            criticality;       {"name":"x","ownerTeam":"bad-input","criticality":"urgent","selector":{"tags":{"a":"b"}}}
            id;                {"id":"other","name":"x","ownerTeam":"bad-input","selector":{"tags":{"a":"b"}}}
            owner;             {"name":"x","owner":"bad-input","ownerTeam":"bad-input","selector":{"tags":{"a":"b"}}}
            """)
    void a_workload_that_can_not_be_is_refused_with_the_field(String field, String body) {
        Running.service().bean(EditContext.class).put(new Team("bad-input", "Bad input", List.of(), null), null);

        assertThat(refused(WORKLOAD, "/api/workloads/refused", body).path("field").asString()).startsWith(field);
    }

    @Test
    void ids_are_slugs_and_none_is_no_workload() {
        team("ids");
        assertThat(refused(TEAM, "/api/teams/Big_Team", "{\"name\":\"x\"}").path("field").asString()).isEqualTo("id");
        assertThat(refused(WORKLOAD, "/api/workloads/none", workload("ids")).path("field").asString())
                .isEqualTo("id");
    }

    @Test
    void lists_are_ordered_by_id_filtered_by_team_and_paged() {
        team("lister");
        for (String id : List.of("list-c", "list-a", "list-b", "list-d")) {
            api.edit(HttpMethod.PUT, WORKLOAD, "/api/workloads/" + id, workload("lister"), null, 201);
        }
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = api.get("/api/workloads?team=lister&limit=3" + (next.isEmpty() ? "" : "&cursor=" + next))
                    .body();
            assertThat(page.path("total").asInt()).isEqualTo(4);
            page.path("items").forEach(item -> seen.add(item.path("id").asString()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        assertThat(seen).containsExactly("list-a", "list-b", "list-c", "list-d");
        String cursor = api.get("/api/workloads?team=lister&limit=3").body().path("next").asString();
        api.exchange(Role.VIEWER, HttpMethod.GET, "/api/workloads", "/api/workloads?limit=3&cursor=" + cursor, null,
                null, 400);
    }

    @Test
    void an_account_is_named_and_turned_live_and_never_goes_back_to_baseline() {
        api.ingest(Items.publicAccessBlock("300000000001", true, NOON, 1));
        String path = "/api/accounts/a-aws-300000000001";
        await().atMost(Duration.ofSeconds(60)).until(() -> api.get("/api/accounts?provider=aws&limit=500").body()
                .path("items").valueStream().anyMatch(item -> path.endsWith(item.path("id").asString())));
        Api.Answer account = api.get(ACCOUNT, path);
        assertThat(account.body().path("phase").asString()).isEqualTo("baseline");
        team("platform");

        api.edit(HttpMethod.PUT, ACCOUNT, path, "{}", null, 428);
        JsonNode nobody = api.edit(HttpMethod.PUT, ACCOUNT, path, "{\"ownerTeam\":\"nobody-there\"}", account.tag(),
                400).body();
        assertThat(nobody.path("field").asString()).isEqualTo("ownerTeam");
        Api.Answer live = api.edit(HttpMethod.PUT, ACCOUNT, path,
                "{\"name\":\"Shop\",\"ownerTeam\":\"platform\",\"phase\":\"live\"}", account.tag(), 200);
        assertThat(live.body().path("liveSince").asString()).isNotEmpty();
        api.edit(HttpMethod.PUT, ACCOUNT, path, "{}", account.tag(), 412);
        api.edit(HttpMethod.PUT, ACCOUNT, path, "{\"phase\":\"baseline\"}", live.tag(), 409);
        assertThat(api.get("/api/accounts?team=platform").body().path("total").asInt()).isEqualTo(1);
        Api.Answer cleared = api.edit(HttpMethod.PUT, ACCOUNT, path, "{}", live.tag(), 200);

        assertThat(cleared.body().has("name")).isFalse();
        assertThat(cleared.body().path("phase").asString()).isEqualTo("live");
        assertThat(cleared.body().path("liveSince")).isEqualTo(live.body().path("liveSince"));
        api.edit(HttpMethod.PUT, ACCOUNT, "/api/accounts/a-aws-399999999999", "{}", "\"1\"", 404);
    }

    @Test
    void a_selector_is_previewed_without_being_saved_and_refused_like_that_of_a_workload() {
        String account = "200000000041";
        api.ingest(Items.bucket(account, "preview", "Off", Instant.parse("2026-05-04T12:00:00Z"), 1));
        String path = "/api/workloads/preview";
        String body = "{\"selector\":{\"accounts\":[\"" + account + "\"]}}";
        await().atMost(Duration.ofSeconds(60)).until(
                () -> api.edit(HttpMethod.POST, path, path, body, null, 200).body().path("total").asInt() == 1);

        JsonNode preview = api.edit(HttpMethod.POST, path, path, body, null, 200).body();

        assertThat(preview.path("complete").asBoolean()).isTrue();
        assertThat(preview.path("items").path(0).path("belongs").asBoolean()).isTrue();
        assertThat(preview.path("items").path(0).path("tags").path("app").asString()).isEqualTo(account);
        assertThat(preview.path("workloads").path(0).path("count").asInt()).isEqualTo(1);
        assertThat(
                api.edit(HttpMethod.POST, path, path, "{\"selector\":{}}", null, 400).body().path("field").asString())
                .isEqualTo("selector");
        assertThat(
                api.edit(HttpMethod.POST, path, path, body.replace("{\"selector", "{\"id\":\"none\",\"selector"), null,
                        400).body().path("field").asString())
                .isEqualTo("id");
        api.edit(HttpMethod.POST, path, path, "{}", null, 400);
        api.exchange(Role.VIEWER, HttpMethod.POST, path, path, body, null, 403);
    }
}
