package dev.demarc.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

class PostureIT {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Api api = new Api(Running.service());

    private static String counts(JsonNode list, String field, String value) {
        for (JsonNode each : list) {
            if (each.path(field).asString("").equals(value)) {
                return each.path("counts").path("customer").toString();
            }
        }
        return "";
    }

    private String ofWorkload(String id) {
        return counts(api.get("/api/posture").body().path("workloads"), "workload", id);
    }

    private static String customer(int satisfied, int notSatisfied, int unknown) {
        return "{\"satisfied\":" + satisfied + ",\"not-satisfied\":" + notSatisfied + ",\"unknown\":" + unknown
                + ",\"not-applicable\":0}";
    }

    @Test
    void the_posture_of_a_workload_follows_its_resources_as_they_change_are_deleted_and_move_away() {
        String account = "200000000031";
        api.edit(HttpMethod.PUT, "/api/teams/{id}", "/api/teams/posture", "{\"name\":\"Posture\"}", null, 201);
        String path = "/api/workloads/posture";
        String workload = "{\"name\":\"Posture\",\"ownerTeam\":\"posture\",\"selector\":{\"accounts\":[\"" + account
                + "\"]}}";
        String tag = api.edit(HttpMethod.PUT, "/api/workloads/{id}", path, workload, null, 201).tag();
        api.ingest(Items.publicAccessBlock(account, true, NOON, 1));
        api.ingest(Items.bucket(account, "posture-1", "Off", NOON, 1),
                Items.bucket(account, "posture-2", "Enabled", NOON, 1));
        await().atMost(SOON).untilAsserted(() -> assertThat(ofWorkload("posture")).isEqualTo(customer(3, 1, 2)));
        JsonNode posture = api.get("/api/posture").body();
        assertThat(posture.path("cells")).anySatisfy(cell -> {
            assertThat(cell.path("serviceModel").asString()).isEqualTo("aws/s3");
            assertThat(cell.path("control").asString()).isEqualTo("data-protection");
            assertThat(cell.path("counts").path("customer").path("not-satisfied").asInt()).isPositive();
        });
        assertThat(posture.path("workloads").path(0).path("workload").asString()).isNotEmpty();

        api.ingest(Items.bucket(account, "posture-1", "Enabled", NOON.plusSeconds(60), 2));
        await().atMost(SOON).untilAsserted(() -> assertThat(ofWorkload("posture")).isEqualTo(customer(4, 0, 2)));
        api.ingest(Items.deletedBucket(account, "posture-2", NOON.plusSeconds(60), 2));
        await().atMost(SOON).untilAsserted(() -> assertThat(ofWorkload("posture")).isEqualTo(customer(2, 0, 1)));
        api.ingest(Items.bucket(account, "posture-2", "Off", NOON.plusSeconds(90), 3));
        await().atMost(SOON).untilAsserted(() -> assertThat(ofWorkload("posture")).isEqualTo(customer(3, 1, 2)));

        api.edit(HttpMethod.PUT, "/api/workloads/{id}", path, workload.replace(account, "200000000039"), tag, 200);
        await().atMost(SOON).untilAsserted(() -> assertThat(ofWorkload("posture")).isEmpty());
    }
}
