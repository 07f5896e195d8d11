package dev.demarc.assessment.ingest.aws;

import static dev.demarc.assessment.ingest.aws.Given.item;
import static dev.demarc.assessment.ingest.aws.Given.json;
import static dev.demarc.assessment.ingest.aws.Given.reading;
import static dev.demarc.assessment.ingest.aws.Given.with;
import static dev.demarc.assessment.ingest.aws.Given.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.ingest.IngestResult;
import dev.demarc.assessment.ingest.Rejected;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RejectionsTest {

    private static Rejected only(IngestResult result) {
        assertThat(result.events()).isEmpty();
        assertThat(result.ignored()).isEmpty();
        assertThat(result.rejected()).hasSize(1);
        return result.rejected().getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"awsAccountId | \"[[ACCOUNT]]\" | 12 digits",
            "awsAccountId | \"1111222233334\" | 12 digits",
            "awsAccountId | 111122223333 | 12 digits", "configurationItemCaptureTime | \"yesterday\" | ISO-8601",
            "configurationItemCaptureTime | -5 | ISO-8601", "configurationItemCaptureTime | [] | ISO-8601",
            "configurationItemCaptureTime | \"0001-01-01T00:00:00Z\" | ISO-8601",
            "configurationStateId | \"abc\" | a number",
            "configurationStateId | 1.5 | a number", "configurationStateId | -1 | a number",
            "configurationItemStatus | \"Fine\" | ResourceDeleted", "configurationItemStatus | 3 | a string",
            "resourceType | \"Volume\" | AWS::Service::Type", "resourceType | {} | AWS::Service::Type",
            "resourceId | 5 | a string", "awsRegion | \"[[REGION]]\" | a region", "awsRegion | {} | a string",
            "configuration | \"text\" | an object", "configuration | [] | an object",
            "configuration | \"[1]\" | an object",
            "configuration | 7 | an object", "supplementaryConfiguration | \"x\" | an object",
            "tags | \"x\" | an object, or a list",
            "tags | [1] | an object, or a list", "tags | {\"a\":{}} | an object, or a list",
            "relationships | \"x\" | an array",
            "relationships | {} | an array"})
    void aWrongValueIsNamedWithWhatWasExpected(String field, String value, String expected) {
        String body = json(without(item("volume"), field)).replaceFirst("\\{",
                "{\"" + field + "\":" + value.replace("$", "\\$") + ",");
        Rejected rejected = only(reading(body));
        assertThat(rejected.index()).isZero();
        assertThat(rejected.field()).isEqualTo(field);
        assertThat(rejected.value()).isNotNull();
        assertThat(rejected.expected()).contains(expected);
        assertThat(rejected.reason()).isNotBlank();
    }

    @Test
    void aRelationshipIsNamedByItsPlace() {
        assertThat(only(reading(with(item("volume"), "relationships", List.of(Map.of(), "x")))).field())
                .isEqualTo("relationships[1]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"resourceType", "configurationItemCaptureTime"})
    void aMissingFieldIsNamed(String field) {
        Rejected rejected = only(reading(without(item("volume"), field)));
        assertThat(rejected.field()).isEqualTo(field);
        assertThat(rejected.value()).isNull();
        assertThat(rejected.reason()).startsWith("is missing");
    }

    @Test
    void aResourceThatCannotBeToldApartIsRejected() {
        assertThat(only(reading(without(item("volume"), "ARN", "resourceId"))).field()).isEqualTo("resourceId");
        assertThat(only(reading(without(item("volume"), "ARN", "awsRegion", "availabilityZone"))).field())
                .isEqualTo("awsRegion");
        assertThat(only(reading(without(item("volume"), "ARN", "awsAccountId"))).field()).isEqualTo("accountId");
        Map<String, @Nullable Object> gone = with(without(item("user"), "ARN", "configuration"),
                "configurationItemStatus",
                "ResourceDeleted");
        assertThat(only(reading(gone)).reason()).contains("AWS::IAM::User is known by its ARN, which holds its path");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"null | entry | is null", "7 | entry | neither an object nor an array",
            "\"text\" | entry | is not JSON", "{} | resourceType | the object is empty",
            "{\"a\":1} | resourceType | found a",
            "{\"accountId\":\"string\",\"resourceType\":\"string\",\"configuration.size\":\"integer\"} | resourceType | list of the properties",
            "{\"Version\":\"2012-10-17\",\"Statement\":[]} | Statement | policy document",
            "{\"terraform_version\":\"1\"} | terraform_version | /api/ingest/terraform",
            "{\"AWSTemplateFormatVersion\":\"1\"} | AWSTemplateFormatVersion | CloudFormation",
            "{\"configurationItems\":\"x\"} | configurationItems | is not an array",
            "{\"configurationItems\":{}} | configurationItems | is not an array",
            "{\"Results\":5} | Results | is not an array",
            "{\"Messages\":[3]} | Messages | neither",
            "{\"Type\":\"Notification\",\"Message\":\"hello\"} | Message | is not JSON",
            "{\"Type\":\"Notification\",\"Message\":\"{\\\"a\\\":1,\\\"a\\\":2}\"} | Message | stands twice",
            "{\"invokingEvent\":\"{}\"} | resourceType | the object is empty",
            "{\"configurationItemSummary\":[]} | configurationItemSummary | is not an object",
            "{\"messageType\":\"ConfigurationItemChangeNotification\"} | configurationItem | is missing in a",
            "{\"messageType\":\"ConfigurationItemChangeNotification\",\"configurationItem\":null} | configurationItem | is missing in a",
            "{\"messageType\":\"Gossip\"} | messageType | is not known",
            "{\"messageType\":5} | messageType | is not a string",
            "{\"source\":\"aws.config\",\"detail-type\":\"x\",\"detail\":{}} | resourceType | the object is empty",
            "{\"eventSource\":\"aws:s3\",\"s3\":{}} | eventSource | S3 notification"})
    void whatIsNoItemIsRejectedForWhatItIs(String body, String field, String reason) {
        Rejected rejected = only(reading(body));
        assertThat(rejected.field()).isEqualTo(field);
        assertThat(rejected.reason()).contains(reason);
    }

    @Test
    void aQueryRowIsToldEveryColumnThatItLacks() {
        Rejected rejected = only(reading(Map.of("Results", List.of("{\"resourceId\":\"x\",\"configuration\":{}}"))));
        assertThat(rejected.field()).isEqualTo("resourceType");
        assertThat(rejected.reason())
                .contains("add resourceType, accountId, awsRegion, configurationItemCaptureTime to its SELECT");
    }

    @Test
    void aQueryRowMayTellItsAccountAndRegionByItsArn() {
        String row = json(without(Given.apiForm(item("instance")), "accountId", "awsRegion", "resourceId"));
        assertThat(reading(Map.of("Results", List.of(row))).accepted()).isEqualTo(1);
        assertThat(only(reading(Map.of("Results", List.of(json(without(item("bucket-api"), "accountId")))))).reason())
                .contains("add accountId to its SELECT");
    }

    @Test
    void endlessWrappingAndDeepConfigurationsAreRejected() {
        String body = json(item("volume"));
        for (int i = 0; i < 15; i++) {
            body = json(Map.of("Message", i % 2 == 0 ? body : Given.object(body)));
        }
        assertThat(only(reading(body)).reason()).contains("wrapped in more than");
        Map<String, @Nullable Object> deep = with(item("volume"), "configuration",
                Given.object("{\"a\":".repeat(70) + "1" + "}".repeat(70)));
        assertThat(only(reading(deep)).reason()).contains("nested too deep");
    }

    @Test
    void whatWouldNotFitIntoARecordEvenWithoutItsConfigurationIsRejected() {
        assertThat(only(reading(with(item("volume"), "tags", Map.of("a", "x".repeat(1_500_000))))))
                .satisfies(rejected -> {
                    assertThat(rejected.field()).isEqualTo("tags");
                    assertThat(rejected.reason()).isEqualTo("are too large");
                });
    }

    @Test
    void jsonInStringsIsDecodedOnlyAsDeepAsItMayBeNested() {
        String bomb = "1";
        for (int i = 0; i < 6; i++) {
            bomb = "{\"b\":".repeat(16) + (i == 0 ? bomb : json(bomb)) + "}".repeat(16);
        }
        Map<String, @Nullable Object> item = with(item("volume"), "configuration", Map.of("policy", bomb));
        assertThat(reading(item).accepted()).isEqualTo(1);
    }

    @Test
    void shownValuesAreShortAndWithoutSecrets() {
        assertThat(only(reading(with(item("volume"), "awsRegion", "x".repeat(39)))).value()).hasSize(39);
        assertThat(only(reading(with(item("volume"), "awsAccountId", "9".repeat(500)))).value()).hasSize(100);
        assertThat(only(reading(with(item("volume"), "configuration", "password=hunter2"))).value())
                .isEqualTo("[redacted]");
        assertThat(only(reading(with(item("volume"), "resourceId", "x".repeat(3_000)))).expected())
                .isEqualTo("at most 2048 characters");
    }
}
