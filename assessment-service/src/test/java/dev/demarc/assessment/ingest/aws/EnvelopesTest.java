package dev.demarc.assessment.ingest.aws;

import static dev.demarc.assessment.ingest.aws.Given.item;
import static dev.demarc.assessment.ingest.aws.Given.json;
import static dev.demarc.assessment.ingest.aws.Given.onlyChange;
import static dev.demarc.assessment.ingest.aws.Given.reading;
import static dev.demarc.assessment.ingest.aws.Given.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.assessment.ingest.Ignored;
import dev.demarc.assessment.ingest.IngestResult;
import dev.demarc.contracts.event.SubjectChanged;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopesTest {

    private static final Map<String, Object> NOTIFICATION = Map.of("messageType", "ConfigurationItemChangeNotification",
            "configurationItem", item("instance"), "recordVersion", "1.3");
    private static final Map<String, Object> SNS = Map.of("Type", "Notification", "MessageId", "m", "TopicArn", "t",
            "Message",
            json(NOTIFICATION));
    private static final Map<String, Object> EVENT = Map.of("source", "aws.config", "detail-type",
            "Config Configuration Item Change", "account", "111122223333", "region", "eu-central-1", "detail",
            NOTIFICATION);

    static Stream<Arguments> wrappers() {
        return Stream.of(Arguments.of("a notification", NOTIFICATION), Arguments.of("EventBridge", EVENT),
                Arguments.of("PutEvents", Map.of("Entries", List.of(Map.of("Source", "x", "DetailType", "y", "Detail",
                        json(NOTIFICATION))))),
                Arguments.of("SNS", SNS),
                Arguments.of("SNS with an object", Map.of("Type", "Notification", "Message", NOTIFICATION)),
                Arguments.of("SQS", Map.of("Messages", List.of(Map.of("MessageId", "m", "Body", json(SNS))))),
                Arguments.of("SQS with raw delivery", Map.of("Messages", List.of(Map.of("Body", json(NOTIFICATION))))),
                Arguments.of("SQS event of Lambda",
                        Map.of("Records", List.of(Map.of("eventSource", "aws:sqs", "body", json(SNS))))),
                Arguments.of("SNS event of Lambda",
                        Map.of("Records", List.of(Map.of("EventSource", "aws:sns", "Sns", SNS)))),
                Arguments.of("rule invocation", Map.of("invokingEvent", json(NOTIFICATION), "accountId", "111122223333",
                        "resultToken", "t", "eventLeftScope", false)),
                Arguments.of("history", Map.of("configurationItems", List.of(item("instance")), "nextToken", "x")),
                Arguments.of("batch get", Map.of("baseConfigurationItems", List.of(item("instance")))),
                Arguments.of("aggregator", Map.of("ConfigurationItem", Given.apiForm(item("instance")))),
                Arguments.of("recording", Map.of("status_code", 200, "data", Map.of("configurationItems",
                        List.of(item("instance"))))),
                Arguments.of("notification with a list", Map.of("configurationItem", List.of(item("instance")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrappers")
    void everyWrapperGivesTheSameChange(String name, Map<String, Object> body) {
        SubjectChanged expected = onlyChange(reading(item("instance")));
        assertThat(onlyChange(reading(body))).isEqualTo(expected);
        assertThat(onlyChange(reading("[" + json(body) + "]"))).isEqualTo(expected);
        assertThat(onlyChange(reading(json(json(body))))).as("as a string").isEqualTo(expected);
    }

    @Test
    void entriesAreNumberedInTheOrderOfTheBodyWithWrappersUnfolded() {
        IngestResult result = reading("[" + json(EVENT) + ",7," + json(Map.of("configurationItems",
                List.of(item("bucket"), Map.of(), item("volume")))) + ",{\"messageType\":\"ScheduledNotification\"}]");
        assertThat(result.accepted()).isEqualTo(3);
        assertThat(result.rejected()).extracting(rejected -> rejected.index()).containsExactly(1, 3);
        assertThat(result.ignored()).extracting(Ignored::index).containsExactly(5);
        assertThat(result.entries()).isEqualTo(6);
    }

    @Test
    void jsonLinesAreReadLineByLineAndABrokenLineIsRejectedAlone() {
        IngestResult result = reading(json(EVENT) + "\n{broken\n" + json(item("bucket")) + "\n");
        assertThat(result.accepted()).isEqualTo(2);
        assertThat(result.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.index()).isEqualTo(1);
            assertThat(rejected.reason()).contains("line 2");
        });
    }

    @ParameterizedTest
    @CsvSource({"ScheduledNotification,periodic rule", "ComplianceChangeNotification,verdict",
            "ConfigRulesEvaluationStarted,own rules", "ConfigurationSnapshotDeliveryCompleted,send the snapshot file",
            "ConfigurationHistoryDeliveryCompleted,S3"})
    void messagesThatTellNothingAreIgnoredWithTheirReason(String type, String reason) {
        IngestResult result = reading(
                Map.of("invokingEvent", json(Map.of("messageType", type, "awsAccountId", "111122223333"))));
        assertThat(result.ignored()).singleElement()
                .satisfies(ignored -> assertThat(ignored.reason()).contains(type, reason));
        assertThat(result.entries()).isEqualTo(1);
    }

    @Test
    void subscriptionsOtherServicesAndVerdictsAreIgnored() {
        assertThat(
                reading("""
                        [{"Type":"SubscriptionConfirmation","Token":"t","Message":"You have chosen","SubscribeURL":"https://x"},
                         {"source":"aws.ec2","detail-type":"EC2 Instance State-change Notification","detail":{"state":"running"}},
                         {"resourceType":"AWS::Config::ResourceCompliance","resourceId":"AWS::S3::Bucket/x"},
                         {"resourceType":"AWS::EC2::Instance","configurationItemStatus":"ResourceNotRecorded"}, []]""")
                        .ignored())
                .extracting(Ignored::reason)
                .satisfiesExactly(r -> assertThat(r).startsWith("SubscriptionConfirmation asks to confirm"),
                        r -> assertThat(r).contains("'EC2 Instance State-change Notification' of 'aws.ec2'"),
                        r -> assertThat(r).contains("verdict of AWS Config's own rules"),
                        r -> assertThat(r).startsWith("ResourceNotRecorded"),
                        r -> assertThat(r).isEqualTo("the array is empty"));
    }

    @Test
    void aVerdictOnAResourceIsNotTakenForTheResource() {
        IngestResult result = reading(
                """
                        {"source":"aws.config","detail-type":"Config Rules Compliance Change","detail":{"resourceId":"i-1",
                         "awsRegion":"eu-central-1","awsAccountId":"111122223333","configRuleName":"no-public-ip","recordVersion":"1.0",
                         "messageType":"ComplianceChangeNotification","newEvaluationResult":{"complianceType":"NON_COMPLIANT"},
                         "resourceType":"AWS::EC2::Instance"}}""");
        assertThat(result.ignored()).singleElement()
                .satisfies(ignored -> assertThat(ignored.reason()).contains("verdict"));
        assertThat(result.entries()).isEqualTo(1);
    }

    @Test
    void theWrapperNamesTheAccountWhereTheItemDoesNot() {
        Map<String, ?> bucket = without(item("bucket"), "awsAccountId", "awsRegion");
        SubjectChanged change = onlyChange(reading(Map.of("source", "aws.config", "detail-type", "x", "account",
                "444455556666", "region", "eu-west-1", "detail", Map.of("configurationItem", bucket))));
        assertThat(change.subject().account()).isEqualTo("444455556666");
        assertThat(change.subject().region()).isEqualTo("eu-west-1");
    }
}
