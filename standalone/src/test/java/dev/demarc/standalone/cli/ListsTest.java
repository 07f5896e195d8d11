package dev.demarc.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.standalone.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ListsTest {

    private static final String GAP = """
            {"id":"g-1","severity":"critical","state":"open","ownerTeam":"payments","dueAt":"2026-11-21T09:15:03Z",
             "control":"public-access-prevention","reason":"check-failed",
             "subject":{"type":"AWS::S3::Bucket","nativeId":"arn:aws:s3:::shop-payments","name":"shop-payments"}}""";

    @TempDir
    private Path home = Path.of("");
    private FakeDemarc demarc = start();
    private Terminal terminal = new Terminal(home);

    private static FakeDemarc start() {
        try {
            return new FakeDemarc();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void address() {
        terminal = new Terminal(home).with("DEMARC_URL", demarc.url().toString()).with("DEMARC_API_KEY", "dmk_test");
    }

    @AfterEach
    void stop() {
        demarc.close();
    }

    @Test
    void gaps_stand_in_a_table_with_times_of_the_local_zone() {
        demarc.then(200, "{\"items\":[" + GAP + "],\"total\":1}");

        assertThat(terminal.run("gaps", "--team", "payments,web", "--severity", "critical")).isZero();

        assertThat(terminal.out().lines().toList().get(0)).startsWith("SEVERITY").contains("OWNER");
        assertThat(terminal.out()).contains("critical  open   payments  2026-11-21 10:15")
                .contains("AWS::S3::Bucket shop-payments").contains("1 gaps.");
        assertThat(demarc.requests()).singleElement().satisfies(request -> {
            assertThat(request.path()).contains("state=open%2Cacknowledged%2Cwaived").contains("team=payments%2Cweb")
                    .contains("severity=critical");
            assertThat(request.key()).isEqualTo("Bearer dmk_test");
        });
    }

    @Test
    void json_holds_all_pages_as_one_document() {
        demarc.then(200, "{\"items\":[{\"id\":\"g-1\"},{\"id\":\"g-2\"}],\"next\":\"after 2\",\"total\":3}")
                .then(200, "{\"items\":[{\"id\":\"g-3\"}],\"total\":3}");

        assertThat(terminal.run("gaps", "--json", "--all")).isZero();

        JsonNode printed = Json.mapper().readTree(terminal.out());
        assertThat(printed.path("items").findValuesAsString("id")).containsExactly("g-1", "g-2", "g-3");
        assertThat(printed.path("total").asInt()).isEqualTo(3);
        assertThat(demarc.requests().get(0).path()).isEqualTo("/api/gaps?limit=500");
        assertThat(demarc.requests().get(1).path()).isEqualTo("/api/gaps?limit=500&cursor=after%202");
    }

    @Test
    void no_gaps_are_an_empty_document_and_a_sentence() {
        demarc.then(200, "{\"items\":[],\"total\":0}").then(200, "{\"items\":[],\"total\":0}");

        terminal.run("gaps", "--json");
        assertThat(Json.mapper().readTree(terminal.out()).path("total").asInt(-1)).isZero();
        terminal.run("gaps");
        assertThat(terminal.out()).isEqualTo("No gaps.\n");
    }

    @Test
    void a_table_that_does_not_hold_all_says_so() {
        demarc.then(200, "{\"items\":[" + GAP + "],\"next\":\"c\",\"total\":42}");

        assertThat(terminal.run("gaps", "--limit", "1")).isZero();

        assertThat(terminal.out()).contains("1 of 42 gaps; --limit shows more.");
    }

    @Test
    void a_refusal_is_one_sentence_from_the_problem_document() {
        demarc.then(400, """
                {"title":"Bad Request","status":400,"detail":"'urgent' is none of low, medium, high, critical",
                 "field":"severity","expected":"low, medium, high, critical"}""");

        assertThat(terminal.run("gaps", "--severity", "urgent")).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err())
                .isEqualTo("demarc: Bad Request: 'urgent' is none of low, medium, high, critical (severity)\n");
    }

    @Test
    void a_limit_of_requests_is_waited_for() {
        demarc.then(429, Map.of("Retry-After", "1"), "{\"title\":\"Too Many Requests\"}")
                .then(200, "{\"items\":[]}");

        assertThat(terminal.run("resources")).isZero();

        assertThat(demarc.requests()).hasSize(2);
    }

    @Test
    void a_resource_is_found_by_the_clouds_own_id() {
        demarc.then(200, "{\"items\":[{\"subject\":{\"id\":\"r-1\"}}]}").then(200,
                """
                        {"resource":{"type":"AWS::S3::Bucket","name":"b"},"serviceModel":{"key":"aws/s3","version":1},
                         "responsibilities":[{"control":"backups","category":"customer-specific",
                           "customer":{"outcome":"not-satisfied","checks":[{"id":"s3-versioning","outcome":"not-satisfied","severity":"low"}]}}]}""");

        assertThat(terminal.run("responsibilities", "arn:aws:s3:::b")).isZero();

        assertThat(demarc.requests().get(0).path()).isEqualTo("/api/resources?nativeId=arn%3Aaws%3As3%3A%3A%3Ab");
        assertThat(demarc.requests().get(1).path()).isEqualTo("/api/resources/r-1/responsibilities");
        assertThat(terminal.out()).contains("aws/s3 version 1").contains("s3-versioning (low)");
    }

    @Test
    void the_matrix_has_a_column_a_service_model() {
        demarc.then(200,
                """
                        {"serviceModels":[{"key":"aws/rds"},{"key":"aws/s3"}],"controls":[{"id":"backups"}],
                         "cells":[{"serviceModel":"aws/s3","control":"backups","category":"customer-specific","variants":[]},
                                  {"serviceModel":"aws/rds","control":"backups","category":"inherited","variants":[{"name":"v"}]}]}""");

        assertThat(terminal.run("matrix")).isZero();

        assertThat(terminal.out()).startsWith("CONTROL  aws/rds    aws/s3\nbackups  provider+  you\n");
    }
}
