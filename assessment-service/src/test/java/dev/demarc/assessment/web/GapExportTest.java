package dev.demarc.assessment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.application.GapViewStore;
import dev.demarc.assessment.application.QueryGaps;
import dev.demarc.assessment.model.GapBucket;
import dev.demarc.assessment.model.GapRollup;
import dev.demarc.assessment.model.GapView;
import dev.demarc.contracts.catalog.Ownership;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.gap.GapDescription;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.gap.GapState;
import dev.demarc.contracts.gap.GapStatus;
import dev.demarc.contracts.subject.SubjectKind;
import dev.demarc.contracts.subject.SubjectRef;
import dev.demarc.platform.files.Csv;
import dev.demarc.platform.web.BadInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import reactor.core.scheduler.Schedulers;

class GapExportTest {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private static GapExportController export(long gaps) {
        GapBucket bucket = new GapBucket(GapState.OPEN, Severity.HIGH, GapReason.CHECK_FAILED, null);
        GapViewStore store = (GapViewStore) Proxy.newProxyInstance(GapExportTest.class.getClassLoader(),
                new Class<?>[]{GapViewStore.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "rollups" -> List.of(new GapRollup(0, 1, Map.of(bucket, gaps), Map.of()));
                    case "count" -> Math.min(gaps, (int) arguments[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return new GapExportController(new QueryGaps(store), Schedulers.immediate(), Clock.systemUTC());
    }

    private static LinkedMultiValueMap<String, String> query(String name, String value) {
        LinkedMultiValueMap<String, String> query = new LinkedMultiValueMap<>();
        query.add(name, value);
        return query;
    }

    @Test
    void more_than_two_hundred_thousand_gaps_are_refused_before_anything_is_sent_however_they_are_counted() {
        for (var query : List.of(query("state", "open"), query("account", "111122223333"))) {
            assertThatThrownBy(() -> export(200_001).export(query).block()).isInstanceOf(BadInput.class)
                    .hasMessageContaining("more than 200,000 gaps match");
            assertThat(export(200_000).export(query).block()).isNotNull();
        }
    }

    @Test
    void a_note_or_name_that_a_spreadsheet_would_run_stands_behind_an_apostrophe() throws IOException {
        SubjectRef subject = new SubjectRef("r-1", SubjectKind.RESOURCE, "aws", "aws", "111122223333", null,
                "AWS::S3::Bucket", "arn:aws:s3:::one", "=HYPERLINK(\"http://evil\")");
        GapDescription gap = new GapDescription("g-1", subject, 1, "backup", "Backup", Ownership.CSC_OWNED, null,
                "Title", "Expected", "Remediation", null, 0, Map.of());
        GapStatus status = new GapStatus(GapState.ACKNOWLEDGED, GapReason.CHECK_FAILED, Severity.LOW, "payments",
                "shop",
                "production", NOON, NOON.plusMillis(1), "ann", NOON, "@SUM(1)", true, List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Csv.write(GapColumns.ALL, List.of(new GapView(gap, status, 2, List.of())).iterator(), out);

        assertThat(out.toString(StandardCharsets.UTF_8).lines().toList().getLast()).isEqualTo(
                "\"g-1\",\"acknowledged\",\"low\",\"check-failed\",\"backup\",\"Backup\",\"\",\"Title\",\"aws\","
                        + "\"111122223333\",\"\",\"AWS::S3::Bucket\",\"arn:aws:s3:::one\","
                        + "\"'=HYPERLINK(\"\"http://evil\"\")\",\"shop\",\"production\",\"payments\",\"\",\"\","
                        + "\"2026-05-04T12:00:00Z\",\"2026-05-04T12:00:00.001Z\",\"ann\",\"2026-05-04T12:00:00Z\","
                        + "\"'@SUM(1)\",\"\",\"\",\"true\"");
    }
}
