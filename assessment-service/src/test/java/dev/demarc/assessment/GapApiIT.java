package dev.demarc.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.demarc.assessment.application.EditContext;
import dev.demarc.contracts.event.GapChanged;
import dev.demarc.contracts.gap.Transition;
import dev.demarc.platform.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

class GapApiIT {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String GAP = "/api/gaps/{id}";
    private static final String ACKNOWLEDGE = "/api/gaps/{id}/acknowledge";

    private final Running service = Running.service();
    private final Api api = new Api(service);

    /** The gaps of a new account with one bucket without versioning, as soon as they are listed. */
    private JsonNode gapOf(String account, String bucket) {
        api.ingest(Items.publicAccessBlock(account, true, NOON, 1));
        api.ingest(Items.bucket(account, bucket, "Off", NOON, 1));
        return listed(account, "open", "s3-versioning");
    }

    private JsonNode listed(String account, String state, String check) {
        String path = "/api/gaps?account=" + account + "&state=" + state + "&check=" + check;
        await().atMost(SOON).until(() -> api.get(path).body().path("items").size() == 1);
        return api.get(path).body().path("items").path(0);
    }

    private static String id(JsonNode gap) {
        return gap.path("id").asString();
    }

    @Test
    void a_gap_is_listed_and_explained_with_its_check_its_cell_and_its_history() {
        JsonNode gap = gapOf("200000000001", "listed");

        assertThat(gap.path("severity").asString()).isEqualTo("low");
        assertThat(gap.path("subject").path("nativeId").asString()).isEqualTo("arn:aws:s3:::listed");
        Api.Answer detail = api.get(GAP, "/api/gaps/" + id(gap));
        assertThat(detail.tag()).isEqualTo("\"1\"");
        JsonNode body = detail.body();
        assertThat(body.path("paths").path(0).asString()).endsWith("BucketVersioningConfiguration.status");
        assertThat(body.path("observed").path(0).path("value").asString()).isEqualTo("Off");
        assertThat(body.path("responsibility").asString()).isEqualTo("The customer does theirs.");
        assertThat(body.path("frameworks").path("aws-security-hub").path(0).asString()).isEqualTo("S3.14");
        assertThat(body.path("history")).singleElement().satisfies(line -> {
            assertThat(line.path("event").asString()).isEqualTo("opened");
            assertThat(line.path("sequence").asInt()).isEqualTo(1);
        });
    }

    @Test
    void a_resolved_gap_says_when_and_why_and_an_unknown_one_is_not_found() {
        gapOf("200000000002", "fixed");

        api.ingest(Items.bucket("200000000002", "fixed", "Enabled", NOON.plusSeconds(60), 2));

        JsonNode gap = listed("200000000002", "resolved", "s3-versioning");
        assertThat(gap.path("cause").asString()).isEqualTo("fixed");
        JsonNode body = api.get(GAP, "/api/gaps/" + id(gap)).body();
        assertThat(body.path("resolvedAt").asString()).isEqualTo(gap.path("resolvedAt").asString()).isNotEmpty();
        assertThat(body.path("history")).extracting(line -> line.path("event").asString())
                .containsExactly("resolved", "opened");
        api.exchange(Role.VIEWER, HttpMethod.GET, GAP, "/api/gaps/g-" + "a".repeat(26), null, null, 404);
    }

    @Test
    void a_gap_of_an_earlier_incarnation_is_still_explained_from_its_history() {
        JsonNode first = gapOf("200000000003", "again");

        api.ingest(Items.deletedBucket("200000000003", "again", NOON.plusSeconds(60), 2),
                Items.bucket("200000000003", "again", "Off", NOON.plusSeconds(90), 3));

        await().atMost(SOON).until(() -> !id(listed("200000000003", "open", "s3-versioning")).equals(id(first)));
        JsonNode body = api.get(GAP, "/api/gaps/" + id(first)).body();
        assertThat(body.path("cause").asString()).isEqualTo("resource-deleted");
    }

    @Test
    void an_editor_takes_a_gap_on_and_gives_it_back_by_its_etag() {
        JsonNode gap = gapOf("200000000004", "taken");
        String path = "/api/gaps/" + id(gap) + "/acknowledge";
        String note = "{\"note\":\"Closed with the release on Monday.\"}";

        JsonNode missing = api.edit(HttpMethod.POST, ACKNOWLEDGE, path, note, null, 428).body();
        assertThat(missing.path("expected").asString()).isEqualTo("\"1\"");
        api.edit(HttpMethod.POST, ACKNOWLEDGE, path, note, "\"7\"", 412);
        api.exchange(Role.VIEWER, HttpMethod.POST, ACKNOWLEDGE, path, note, "\"1\"", 403);
        api.edit(HttpMethod.DELETE, ACKNOWLEDGE, path, null, "\"1\"", 409);

        Api.Answer taken = api.edit(HttpMethod.POST, ACKNOWLEDGE, path, note, "\"1\"", 200);
        assertThat(taken.tag()).isEqualTo("\"2\"");
        assertThat(taken.body().path("acknowledgedBy").asString()).isEqualTo("test-editor");
        api.edit(HttpMethod.POST, ACKNOWLEDGE, path, null, "\"1\"", 412);
        assertThat(api.edit(HttpMethod.POST, ACKNOWLEDGE, path, null, "\"2\"", 200).tag()).isEqualTo("\"2\"");

        Api.Answer given = api.edit(HttpMethod.DELETE, ACKNOWLEDGE, path, null, "\"2\"", 200);
        assertThat(given.body().path("state").asString()).isEqualTo("open");
        assertThat(given.body().has("acknowledgedBy")).isFalse();
        await().atMost(SOON).until(() -> api.get(GAP, "/api/gaps/" + id(gap)).body().path("history").size() == 3);
        assertThat(api.get(GAP, "/api/gaps/" + id(gap)).body().path("history").path(1).path("note").asString())
                .isEqualTo("Closed with the release on Monday.");
        try (GapTopic topic = new GapTopic(service.brokers())) {
            await().atMost(SOON).until(() -> topic.of("arn:aws:s3:::taken").size() >= 3);
            assertThat(topic.of("arn:aws:s3:::taken")).filteredOn(GapChanged.class::isInstance)
                    .extracting(event -> ((GapChanged) event).transition())
                    .containsExactly(Transition.ACKNOWLEDGED, Transition.UNACKNOWLEDGED);
        }
    }

    @Test
    void what_is_resolved_or_unknown_or_said_at_too_great_length_can_not_be_taken_on() {
        JsonNode gap = gapOf("200000000005", "closed");
        api.ingest(Items.bucket("200000000005", "closed", "Enabled", NOON.plusSeconds(60), 2));
        listed("200000000005", "resolved", "s3-versioning");
        String path = "/api/gaps/" + id(gap) + "/acknowledge";

        JsonNode conflict = api.edit(HttpMethod.POST, ACKNOWLEDGE, path, null, "\"2\"", 409).body();
        assertThat(conflict.path("value").asString()).isEqualTo("resolved");
        JsonNode tooLong = api.edit(HttpMethod.POST, ACKNOWLEDGE, path,
                "{\"note\":\"" + "x".repeat(2_001) + "\"}", "\"2\"", 400).body();
        assertThat(tooLong.path("field").asString()).isEqualTo("note");
        String none = "/api/gaps/g-" + "b".repeat(26) + "/acknowledge";
        api.edit(HttpMethod.POST, ACKNOWLEDGE, none, null, "\"1\"", 404);
    }

    @Test
    void several_gaps_are_taken_on_each_for_itself_and_the_answers_keep_their_order() {
        JsonNode open = gapOf("200000000008", "several-open");
        JsonNode changed = gapOf("200000000009", "several-changed");
        JsonNode closed = gapOf("200000000010", "several-closed");
        api.ingest(Items.bucket("200000000010", "several-closed", "Enabled", NOON.plusSeconds(60), 2));
        listed("200000000010", "resolved", "s3-versioning");
        String unknown = "g-" + "c".repeat(26);
        String body = "{\"gaps\":[" + chosen(unknown, 1) + ',' + chosen(id(closed), 2) + ',' + chosen(id(open), 1)
                + ',' + chosen(id(changed), 9) + "],\"note\":\"With the release.\"}";

        JsonNode results = api.edit(HttpMethod.POST, "/api/gaps/acknowledge", "/api/gaps/acknowledge", body, null, 200)
                .body().path("results");

        assertThat(results).extracting(each -> each.path("id").asString()).containsExactly(unknown, id(closed),
                id(open), id(changed));
        assertThat(results).extracting(each -> each.path("outcome").asString()).containsExactly("not-found", "refused",
                "acknowledged", "changed");
        assertThat(results.path(1).path("state").asString()).isEqualTo("resolved");
        assertThat(results.path(2).path("sequence").asInt()).isEqualTo(2);
        assertThat(results.path(3).path("sequence").asInt()).isEqualTo(1);
        JsonNode taken = listed("200000000008", "acknowledged", "s3-versioning");
        assertThat(taken.path("note").asString()).isEqualTo("With the release.");
        assertThat(taken.path("acknowledgedBy").asString()).isEqualTo("test-editor");
    }

    @Test
    void several_gaps_of_one_resource_are_taken_on_in_one_write_and_told_one_by_one() {
        String account = "200000000011";
        api.ingest(Items.publicAccessBlock(account, false, NOON, 1));
        api.ingest(Items.bucket(account, "two-gaps", "Off", NOON, 1));
        String path = "/api/gaps?account=" + account + "&type=AWS::S3::Bucket&state=open";
        await().atMost(SOON).until(() -> api.get(path).body().path("items").size() == 2);
        List<String> chosen = new ArrayList<>();
        api.get(path).body().path("items").forEach(gap -> chosen.add(chosen(id(gap), gap.path("sequence").asInt())));

        JsonNode results = api.edit(HttpMethod.POST, "/api/gaps/acknowledge", "/api/gaps/acknowledge",
                "{\"gaps\":[" + String.join(",", chosen) + "]}", null, 200).body().path("results");

        assertThat(results).hasSize(2).allSatisfy(
                each -> assertThat(each.path("outcome").asString()).isEqualTo("acknowledged"));
        await().atMost(SOON).until(() -> api.get(path).body().path("items").isEmpty());
    }

    private static String chosen(String id, long sequence) {
        return "{\"id\":\"" + id + "\",\"sequence\":" + sequence + '}';
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"gaps {\"gaps\":[]}", "gaps {}",
            "gaps[0].id {\"gaps\":[{\"id\":\"g-1\",\"sequence\":1}]}",
            "gaps[0].sequence {\"gaps\":[{\"id\":\"g-aaaaaaaaaaaaaaaaaaaaaaaaaa\",\"sequence\":0}]}",
            "gaps[1].id {\"gaps\":[{\"id\":\"g-aaaaaaaaaaaaaaaaaaaaaaaaaa\",\"sequence\":1},"
                    + "{\"id\":\"g-aaaaaaaaaaaaaaaaaaaaaaaaaa\",\"sequence\":2}]}",
            "note {\"gaps\":[{\"id\":\"g-aaaaaaaaaaaaaaaaaaaaaaaaaa\",\"sequence\":1}],\"note\":\"\"}"})
    void a_choice_of_gaps_that_can_not_be_meant_is_refused_with_its_field(String field, String body) {
        JsonNode problem = api.edit(HttpMethod.POST, "/api/gaps/acknowledge", "/api/gaps/acknowledge", body, null, 400)
                .body();

        assertThat(problem.path("field").asString()).isEqualTo(field);
        assertThat(problem.path("expected").asString()).isNotEmpty();
    }

    @Test
    void more_than_two_hundred_gaps_at_once_are_refused_and_viewers_take_nothing_on() {
        String body = "{\"gaps\":[" + String.join(",", Collections.nCopies(201, chosen("g-" + "a".repeat(26), 1)))
                + "]}";

        assertThat(api.edit(HttpMethod.POST, "/api/gaps/acknowledge", "/api/gaps/acknowledge", body, null, 400).body()
                .path("expected").asString()).isEqualTo("at most 200");
        api.exchange(Role.VIEWER, HttpMethod.POST, "/api/gaps/acknowledge", "/api/gaps/acknowledge",
                "{\"gaps\":[" + chosen("g-" + "a".repeat(26), 1) + "]}", null, 403);
    }

    @Test
    void every_order_goes_through_all_gaps_once_page_by_page() {
        String account = "200000000006";
        api.ingest(Items.publicAccessBlock(account, true, NOON, 1));
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            items.add(Items.bucket(account, "page-" + i, "Off", NOON, 1));
        }
        api.ingest(items.toArray(String[]::new));
        String path = "/api/gaps?check=s3-versioning&account=" + account;
        await().atMost(SOON).until(() -> api.get(path).body().path("total").asInt() == 7);

        for (String sort : List.of("severity", "-severity", "openedAt", "-openedAt", "dueAt", "-dueAt")) {
            List<String> seen = new ArrayList<>();
            List<Instant> due = new ArrayList<>();
            String next = "";
            do {
                JsonNode page = api.get(path + "&limit=3&sort=" + sort + (next.isEmpty() ? "" : "&cursor=" + next))
                        .body();
                page.path("items").forEach(item -> {
                    seen.add(id(item));
                    due.add(Instant.parse(item.path("dueAt").asString()));
                });
                next = page.path("next").asString("");
            } while (!next.isEmpty());
            assertThat(seen).as(sort).hasSize(7).doesNotHaveDuplicates();
            if (sort.equals("dueAt")) {
                assertThat(due).isSorted();
            }
            if (sort.equals("-severity")) {
                assertThat(seen).as("equal ones are ordered by id").isSorted();
            }
        }
    }

    @Test
    void the_trend_tells_today_what_was_opened_and_resolved() {
        JsonNode before = api.get("/api/gaps/trend?days=2").body().path("days");
        gapOf("200000000012", "trend");
        api.ingest(Items.bucket("200000000012", "trend", "Enabled", NOON.plusSeconds(60), 2));
        listed("200000000012", "resolved", "s3-versioning");

        JsonNode after = api.get("/api/gaps/trend?days=2").body().path("days");
        assertThat(after).hasSize(2);
        assertThat(sum(after, "opened")).isGreaterThan(sum(before, "opened"));
        assertThat(sum(after, "resolved")).isGreaterThan(sum(before, "resolved"));
        assertThat(api.get("/api/gaps/trend").body().path("days")).hasSize(30);
    }

    private static long sum(JsonNode days, String what) {
        return days.valueStream().mapToLong(day -> day.path(what).asLong()).sum();
    }

    @Test
    void the_summary_says_what_a_recount_of_the_list_says() {
        gapOf("200000000007", "counted");
        service.bean(EditContext.class).turnLive("a-aws-200000000007", Instant.now());

        await().atMost(SOON).untilAsserted(() -> {
            JsonNode summary = api.get("/api/gaps/summary").body();
            for (String state : List.of("open", "acknowledged", "waived", "resolved")) {
                JsonNode page = api.get("/api/gaps?limit=500&state=" + state).body();
                assertThat(page.path("items").size()).as(state).isEqualTo(page.path("total").asInt())
                        .isEqualTo(summary.path("states").path(state).asInt());
            }
            long low = api.get("/api/gaps?limit=500&state=open,acknowledged,waived&severity=low").body().path("items")
                    .size();
            assertThat(summary.path("severities").path("low").asLong()).isEqualTo(low);
            long unowned = 0;
            for (JsonNode item : api.get("/api/gaps?limit=500&state=open,acknowledged,waived").body().path("items")) {
                unowned += item.has("ownerTeam") ? 0 : 1;
            }
            long counted = summary.path("teams").valueStream().filter(each -> !each.has("team"))
                    .mapToLong(each -> each.path("count").asLong()).sum();
            assertThat(counted).isEqualTo(unowned);
        });
    }
}
