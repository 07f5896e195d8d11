package dev.demarc.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.demarc.contracts.ContractJson;
import dev.demarc.platform.security.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;

class GapExportIT {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Running service = Running.service();
    private final Api api = new Api(service);

    private EntityExchangeResult<byte[]> export(String query) {
        return service.as(Role.VIEWER).get().uri("/api/gaps/export?" + query).exchange().expectStatus().isOk()
                .expectBody().returnResult();
    }

    private static List<String> lines(EntityExchangeResult<byte[]> answer) {
        return new String(Objects.requireNonNull(answer.getResponseBody()), StandardCharsets.UTF_8).lines().toList();
    }

    private void buckets(String account, int count) {
        List<String> items = new ArrayList<>();
        items.add(Items.publicAccessBlock(account, true, NOON, 1));
        for (int i = 0; i < count; i++) {
            items.add(Items.bucket(account, "export-" + account + '-' + i, "Off", NOON, 1));
        }
        api.ingest(items.toArray(String[]::new));
        await().atMost(SOON).until(() -> listed(account).size() == count);
    }

    private JsonNode listed(String account) {
        return api.get("/api/gaps?check=s3-versioning&sort=-openedAt&account=" + account).body().path("items");
    }

    @Test
    void the_lines_of_a_csv_file_are_the_gaps_of_the_list_in_its_order() {
        buckets("200000000021", 5);

        EntityExchangeResult<byte[]> answer = export("check=s3-versioning&sort=-openedAt&account=200000000021");

        HttpHeaders headers = answer.getResponseHeaders();
        assertThat(headers.getContentType()).isEqualTo(MediaType.parseMediaType("text/csv;charset=UTF-8"));
        assertThat(headers.getContentDisposition().getFilename())
                .matches("demarc-gaps-\\d{4}-\\d{2}-\\d{2}\\.csv");
        List<String> lines = lines(answer);
        assertThat(lines.getFirst()).isEqualTo("\"Gap\",\"State\",\"Severity\",\"Reason\",\"Control\","
                + "\"Control Title\",\"Check\",\"Title\",\"Provider\",\"Account\",\"Region\",\"Resource Type\","
                + "\"Native ID\",\"Name\",\"Workload\",\"Environment\",\"Owner Team\",\"Service Model\","
                + "\"Model Version\",\"Opened\",\"Due\",\"Acknowledged By\",\"Acknowledged At\",\"Note\","
                + "\"Resolved\",\"Cause\",\"Stale\"");
        List<String> ids = new ArrayList<>();
        listed("200000000021").forEach(gap -> ids.add(gap.path("id").asString()));
        assertThat(lines.subList(1, lines.size())).extracting(line -> line.substring(1, 29))
                .containsExactlyElementsOf(ids);
        assertThat(lines.get(1)).contains("\"open\",\"low\",\"check-failed\"", "\"AWS::S3::Bucket\"")
                .endsWith(",\"\",\"\",\"\",\"\",\"\",\"false\"");
    }

    @Test
    void the_lines_of_a_json_lines_file_are_the_items_of_the_list() {
        buckets("200000000022", 3);

        EntityExchangeResult<byte[]> answer = export(
                "format=jsonl&check=s3-versioning&sort=-openedAt&account=200000000022");

        assertThat(answer.getResponseHeaders().getContentType()).hasToString("application/jsonl");
        assertThat(lines(answer)).map(ContractJson.mapper()::readTree)
                .containsExactlyElementsOf(listed("200000000022"));
    }

    @Test
    void what_was_resolved_since_a_moment_is_listed_and_exported_and_what_is_open_is_not() {
        buckets("200000000023", 2);
        api.ingest(Items.bucket("200000000023", "export-200000000023-0", "Enabled", NOON.plusSeconds(60), 2));
        String since = "check=s3-versioning&account=200000000023&resolvedSince=2026-05-04T12:00:00Z";
        await().atMost(SOON).until(() -> api.get("/api/gaps?" + since).body().path("total").asInt() == 1);

        assertThat(lines(export(since))).hasSize(2).last().asString().contains("\"resolved\"", "\"fixed\"");
        assertThat(lines(export("account=200000000023&openedSince=2999-01-01T00:00:00Z"))).hasSize(1);
    }
}
