package dev.demarc.assessment.ingest.aws;

import static dev.demarc.assessment.ingest.aws.Given.item;
import static dev.demarc.assessment.ingest.aws.Given.json;
import static dev.demarc.assessment.ingest.aws.Given.onlyChange;
import static dev.demarc.assessment.ingest.aws.Given.reading;
import static dev.demarc.assessment.ingest.aws.Given.with;
import static dev.demarc.assessment.ingest.aws.Given.without;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.ingest.JsonTree;
import dev.demarc.contracts.event.SubjectChanged;
import dev.demarc.contracts.event.SubjectDeleted;
import dev.demarc.contracts.subject.RelatedResource;
import dev.demarc.contracts.subject.SubjectState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemsTest {

    private static SubjectState state(SubjectChanged change) {
        return requireNonNull(change.state());
    }

    private static @Nullable Object at(Map<String, @Nullable Object> tree, String... path) {
        Object value = tree;
        for (String name : path) {
            Map<String, @Nullable Object> object = JsonTree.object(value);
            List<@Nullable Object> array = JsonTree.array(value);
            value = array != null ? array.get(Integer.parseInt(name)) : requireNonNull(object, name).get(name);
        }
        return value;
    }

    @Test
    void anItemBecomesAChangeWithAllThatItTells() {
        SubjectChanged change = onlyChange(reading(item("instance")));
        assertThat(change.subject().type()).isEqualTo("AWS::EC2::Instance");
        assertThat(change.subject().name()).as("the Name tag, for want of a name").isEqualTo("shop-web-1");
        assertThat(change.capturedAt()).isEqualTo("2026-02-27T09:14:03.118Z");
        assertThat(change.stateId()).isEqualTo(1772183643118L);
        assertThat(change.receivedAt()).isEqualTo(Given.NOW);
        assertThat(change.source()).isEqualTo("test");
        assertThat(change.createdAt()).isEqualTo("2026-01-31T06:00:00Z");
        assertThat(change.tags()).containsExactly(Map.entry("Name", "shop-web-1"), Map.entry("team", "storefront"));
        assertThat(state(change).relationships()).containsExactly(
                new RelatedResource("AWS::EC2::Volume", "vol-0aa11bb22cc33dd44", null, "Is attached to Volume"),
                new RelatedResource("AWS::EC2::SecurityGroup", "sg-0123456789abcdef0", null,
                        "Is associated with SecurityGroup"));
        assertThat(at(state(change).configuration(), "metadataOptions", "httpTokens")).isEqualTo("optional");
        assertThat(change.stateMissing()).isNull();
    }

    @Test
    void policiesAndAccessListsInStringsBecomeObjects() {
        Map<String, @Nullable Object> bucket = state(onlyChange(reading(item("bucket-api"))))
                .supplementaryConfiguration();
        assertThat(at(bucket, "AccessControlList", "grantList", "0", "grantee")).isEqualTo("AllUsers");
        assertThat(at(bucket, "BucketPolicy", "policyText", "Statement", "0", "Effect")).isEqualTo("Deny");
        assertThat(bucket).containsEntry("IsRequesterPaysEnabled", false);
        assertThat(at(state(onlyChange(reading(item("user")))).configuration(), "userPolicyList", "0", "policyDocument",
                "Statement", "0", "Resource")).as("a plus stays a plus").isEqualTo("arn:aws:s3:::a+b+c");
    }

    @Test
    void freeTextThatLooksLikeJsonStaysText() {
        Map<String, @Nullable Object> group = item("security-group");
        group.put("configuration", Map.of("description", "{\"a\":1}", "note", "{not json}", "odd", "[]x"));
        assertThat(state(onlyChange(reading(group))).configuration())
                .containsOnly(Map.entry("description", "{\"a\":1}"), Map.entry("note", "{not json}"),
                        Map.entry("odd", "[]x"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"2026-02-27T09:14:03.118Z\" | 2026-02-27T09:14:03.118Z",
            "\"2026-02-27T10:14:03.118000+01:00\" | 2026-02-27T09:14:03.118Z",
            "\"2026-02-27T09:14:03+0000\" | 2026-02-27T09:14:03Z",
            "\"2026-02-27 09:14:03.118000+00:00\" | 2026-02-27T09:14:03.118Z",
            "1772183643.118 | 2026-02-27T09:14:03.118Z",
            "\"1772183643.118\" | 2026-02-27T09:14:03.118Z", "1772183643 | 2026-02-27T09:14:03Z",
            "1772183643118 | 2026-02-27T09:14:03.118Z", "\"2024-02-29T23:59:59.999Z\" | 2024-02-29T23:59:59.999Z"})
    void captureTimesAreReadInEveryForm(String written, Instant expected) {
        String body = json(without(item("volume"), "configurationItemCaptureTime"))
                .replaceFirst("\\{", "{\"configurationItemCaptureTime\":" + written + ",");
        assertThat(onlyChange(reading(body)).capturedAt()).isEqualTo(expected);
    }

    @Test
    void aRecordedTimeWithoutItsZoneIsCorrectedByTheStateId() {
        Map<String, Long> recorded = Map.of("year", 2026L, "month", 2L, "day", 27L, "hour", 4L, "minute", 14L, "second",
                3L,
                "microsecond", 118000L);
        Map<String, @Nullable Object> time = new LinkedHashMap<>(recorded);
        time.put("__class__", "datetime");
        Map<String, @Nullable Object> item = with(item("instance"), "configurationItemCaptureTime", time);
        assertThat(onlyChange(reading(item)).capturedAt()).isEqualTo("2026-02-27T09:14:03.118Z");
        assertThat(onlyChange(reading(with(item, "configurationStateId", 7))).capturedAt())
                .isEqualTo("2026-02-27T04:14:03.118Z");
    }

    @ParameterizedTest
    @CsvSource({"5,5", "\"17\",17", "null,0", "\"\",0", "\"3e660fdf-4e34-4f32-afeb-0ace5bf3d63a\",0"})
    void stateIdsAreNumbersOrZero(String written, long expected) {
        String body = json(without(item("volume"), "configurationStateId")).replaceFirst("\\{",
                "{\"configurationStateID\":" + written + ",");
        assertThat(onlyChange(reading(body)).stateId()).isEqualTo(expected);
    }

    @Test
    void tagsAreFoundWhereverTheyStand() {
        assertThat(onlyChange(reading(item("bucket"))).tags())
                .containsExactlyInAnyOrderEntriesOf(Map.of("team", "payments",
                        "data", "card"));
        assertThat(onlyChange(reading(without(item("database"), "tags"))).tags()).isEqualTo(Map.of("team", "orders"));
        assertThat(onlyChange(reading(without(item("function"), "tags"))).tags()).isEqualTo(Map.of("team", "orders"));
        assertThat(onlyChange(reading(without(item("instance"), "tags"))).tags()).containsEntry("team", "storefront");
        assertThat(
                onlyChange(reading(with(item("volume"), "tags",
                        List.of(Map.of("Key", "a", "Value", "b"), Map.of("tagName",
                                "c", "tagValue", 4)))))
                        .tags())
                .containsExactly(Map.entry("a", "b"), Map.entry("c", "4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ResourceDeleted", "ResourceDeletedNotRecorded"})
    void aDeletionHasNoConfiguration(String status) {
        Map<String, @Nullable Object> deleted = with(with(item("bucket"), "configurationItemStatus", status),
                "configuration", null);
        assertThat(reading(deleted).events()).singleElement().isInstanceOfSatisfying(SubjectDeleted.class, event -> {
            assertThat(event.subject().nativeId()).isEqualTo("arn:aws:s3:::shop-payments");
            assertThat(event.stateId()).isEqualTo(1772186400250L);
        });
    }

    @Test
    void anItemWithoutConfigurationIsAChangeOfUnknownState() {
        SubjectChanged change = onlyChange(reading(with(item("bucket"), "configuration", null)));
        assertThat(change.state()).isNull();
        assertThat(change.stateMissing()).isEqualTo("the item carries no configuration");
    }

    @Test
    void anOversizedItemSaysWhereItsConfigurationLies() {
        Map<String, @Nullable Object> summary = without(item("instance"), "configuration", "supplementaryConfiguration",
                "relationships", "tags");
        Map<String, Object> message = Map.of("configurationItemSummary", summary, "messageType",
                "OversizedConfigurationItemChangeNotification", "s3DeliverySummary",
                Map.of("s3BucketLocation", "shop-config/AWSLogs/111122223333/Oversized/i.json.gz"));
        SubjectChanged change = onlyChange(reading(message));
        assertThat(change.subject().id()).isEqualTo(onlyChange(reading(item("instance"))).subject().id());
        assertThat(change.state()).isNull();
        assertThat(change.stateMissing()).contains("s3://shop-config/AWSLogs/111122223333/Oversized/i.json.gz");
        assertThat(onlyChange(reading(with(object(message), "s3DeliverySummary", Map.of("errorCode", "NoSuchBucket"))))
                .stateMissing()).contains("NoSuchBucket");
        assertThat(onlyChange(reading(Map.of("invokingEvent", json(Map.of("configurationItemSummary", summary)))))
                .stateMissing())
                .contains("only a summary");
    }

    private static Map<String, @Nullable Object> object(Map<String, ?> message) {
        return Given.object(json(message));
    }

    @Test
    void aChangeThatIsTooLargeForATopicLosesItsStateAndSaysSo() {
        Map<String, @Nullable Object> large = with(item("volume"), "configuration",
                Map.of("text", "x".repeat(1_450_000)));
        SubjectChanged change = onlyChange(reading(large));
        assertThat(change.state()).isNull();
        assertThat(change.stateMissing()).contains("1450", "bytes", String.valueOf(RecordSize.LARGEST));
        Map<String, @Nullable Object> fitting = with(item("volume"), "configuration",
                Map.of("text", "x".repeat(1_300_000)));
        assertThat(onlyChange(reading(fitting)).state()).isNotNull();
    }

    @Test
    void tenMinutesAheadIsTakenAndMoreIsNot() {
        assertThat(reading(with(item("volume"), "configurationItemCaptureTime", "2026-03-01T12:10:00.000Z")).accepted())
                .isEqualTo(1);
        assertThat(reading(with(item("volume"), "configurationItemCaptureTime", "2026-03-01T12:10:00.001Z")).rejected())
                .singleElement().satisfies(rejected -> {
                    assertThat(rejected.field()).isEqualTo("configurationItemCaptureTime");
                    assertThat(rejected.value()).isEqualTo("2026-03-01T12:10:00.001Z");
                    assertThat(rejected.expected()).contains("10 minutes after 2026-03-01T12:00:00Z");
                    assertThat(rejected.reason()).isEqualTo("lies in the future");
                });
    }

    @Test
    void duplicatesInOneBodyAreBothGiven() {
        assertThat(reading("[" + json(item("volume")) + "," + json(item("volume")) + "]").events()).hasSize(2);
    }
}
