package dev.demarc.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ShopTest {

    private static final Instant AT = Instant.parse("2026-11-20T09:15:03.118Z");

    @Test
    void the_inventory_is_a_snapshot_whose_items_carry_their_time() {
        JsonNode snapshot = Shop.snapshot(AT);

        assertThat(snapshot.path("configSnapshotId").asString()).isNotEmpty();
        assertThat(StreamSupport.stream(snapshot.path("configurationItems").spliterator(), false)).hasSize(16)
                .allSatisfy(item -> {
                    assertThat(item.path("configurationItemCaptureTime").asString()).isEqualTo(AT.toString());
                    assertThat(item.path("awsAccountId").asString()).isEqualTo(Shop.ACCOUNT);
                });
    }

    @Test
    void a_change_is_of_a_resource_that_is_in_the_inventory() {
        var arns = Shop.snapshot(AT).path("configurationItems").findValuesAsString("ARN");
        for (String change : new String[]{"ssh-opened", "bucket-made-public", "bucket-closed-again"}) {
            JsonNode event = Shop.change(change, AT);
            assertThat(arns).contains(event.path("detail").path("configurationItem").path("ARN").asString());
            assertThat(event.path("source").asString()).isEqualTo("aws.config");
        }
    }

    @Test
    void the_secret_that_must_be_redacted_is_really_sent() {
        assertThat(Shop.snapshot(AT).toString()).contains(Shop.FUNCTION_SECRET);
    }

    @Test
    void each_workload_is_owned_by_a_team_of_the_shop() {
        JsonNode context = Shop.context();
        assertThat(context.path("teams").findValuesAsString("id"))
                .containsAll(context.path("workloads").findValuesAsString("ownerTeam"));
    }
}
