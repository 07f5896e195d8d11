package dev.demarc.assessment.ingest.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.demarc.assessment.ingest.IngestContext;
import dev.demarc.assessment.ingest.IngestResult;
import dev.demarc.assessment.ingest.UnreadableBody;
import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.subject.SubjectRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Items that others published, where they lie beside the repository: what becomes of every file, and why. */
class SharedDataTest {

    private static final IngestContext CONTEXT = new IngestContext(Instant.parse("2026-11-22T00:00:00Z"), "shared");
    private static final Path FOLDER = Path.of(System.getProperty("demarc.shared", "../../shared"))
            .resolve("data/aws-config");
    private static final Pattern KNOWN = Pattern
            .compile("AWS::(EC2::(Instance|Volume|SecurityGroup|NetworkAcl|RouteTable|"
                    + "VPNGateway|LaunchTemplate|VPCPeeringConnection)|S3::Bucket|RDS::DB(Instance|Cluster|Snapshot|"
                    + "SubnetGroup|ClusterSnapshot)|Lambda::Function|DynamoDB::Table|KMS::Key|Kinesis::Stream|IAM::(User|Role|Group))");
    /** The item's own, escaped as deep as it lies; the configuration's own stays. */
    private static final Pattern ARN = Pattern.compile("(\\\\*)\"(?:ARN|arn)\\1\":(?=\\s*\\1\"arn:aws:(?!iam))");
    private static final String NO_ACCOUNT = "is not an AWS account id";
    private static final String QUERY = "add resourceType, ";

    /** What is expected of the files whose path matches; {@code unreadable} or the counts, and a part of each reason. */
    private record Expected(String path, boolean unreadable, int accepted, int ignored, int rejected, String reason) {

        static Expected accepted(String path) {
            return new Expected(path, false, 1, 0, 0, "");
        }

        static Expected ignored(String path, String reason) {
            return new Expected(path, false, 0, 1, 0, reason);
        }

        static Expected rejected(String path, int entries, String reason) {
            return new Expected(path, false, 0, 0, entries, reason);
        }

        static Expected unreadable(String path, String reason) {
            return new Expected(path, true, 0, 0, 0, reason);
        }
    }

    /** The first that matches counts. */
    private static final List<Expected> TABLE = List.of(Expected.rejected("schema/.*", 1, "list of the properties"),
            Expected.rejected("rdk-example-ci/AWS_ACM_Certificate.json", 1, NO_ACCOUNT),
            Expected.unreadable("rdk-example-ci/AWS_SSM_ManagedInstanceInventory_Linux.json", "raw control character"),
            Expected.accepted("rdk-example-ci/.*"),
            Expected.rejected("custodian-placebo/test_ecr_.*Select.*", 8, QUERY),
            Expected.rejected("custodian-placebo/test_kms_.*Select.*", 3, QUERY),
            Expected.rejected("custodian-placebo/.*Select.*", 1, QUERY),
            Expected.accepted("custodian-placebo/.*History.*"),
            Expected.ignored("custodian-config/poll-evaluation.json", "starts a periodic rule"),
            Expected.accepted("custodian-config/.*"), Expected.accepted("sns/.*"),
            Expected.rejected("other/s3-versioning-suspended-with-sse.*", 1, NO_ACCOUNT),
            Expected.rejected("awsdocs/deliver-snapshot-cli-1.json", 2, NO_ACCOUNT),
            Expected.rejected("awsdocs/view-manage-resource-console-2.json", 3, NO_ACCOUNT),
            Expected.accepted("awsdocs/evaluate-config_develop-rules_example-events-2.json"),
            Expected.accepted("awsdocs/example-sns-notification-.*"),
            Expected.unreadable("awsdocs/notification-delivery-failed-1.txt", "not a JSON value"),
            Expected.unreadable("awsdocs/view-compliance-history-1.txt", "a character that JSON does not allow there"));

    private static List<Path> files() {
        boolean there = Files.isDirectory(FOLDER);
        if (!there) {
            System.out.println("SharedDataTest: skipped, since " + FOLDER + " is not there");
        }
        assumeTrue(there);
        try (Stream<Path> walk = Files.walk(FOLDER)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return FOLDER.relativize(file).toString().replace('\\', '/');
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Expected expected(String name) {
        return TABLE.stream().filter(row -> name.matches(row.path)).findFirst().orElse(null);
    }

    @TestFactory
    Stream<DynamicTest> everyFileIsAccountedForWithTheRightReason() {
        return files().stream().map(file -> DynamicTest.dynamicTest(name(file), () -> check(file)));
    }

    private static void check(Path file) {
        Expected expected = expected(name(file));
        IngestResult result;
        try {
            result = new AwsConfigAdapter().read(bytes(file), CONTEXT);
        } catch (UnreadableBody e) {
            assertThat(e.what()).isNotBlank();
            assertThat(expected == null || expected.unreadable).as(e.getMessage()).isTrue();
            assertThat(e.what()).contains(expected == null ? "" : expected.reason);
            return;
        }
        assertThat(result.entries()).isPositive();
        assertThat(result.rejected()).allSatisfy(rejected -> assertThat(rejected.field()).isNotBlank());
        if (expected != null) {
            assertThat(List.of(result.accepted(), result.ignored().size(), result.rejected().size()))
                    .as(result.toString())
                    .containsExactly(expected.accepted, expected.ignored, expected.rejected);
            assertThat(result.ignored()).allSatisfy(ignored -> assertThat(ignored.reason()).contains(expected.reason));
            assertThat(result.rejected())
                    .allSatisfy(rejected -> assertThat(rejected.reason()).contains(expected.reason));
        }
    }

    @Test
    void everyAcceptedItemCanBePublishedAndReadBack() {
        for (Path file : files()) {
            IngestResult result;
            try {
                result = new AwsConfigAdapter().read(bytes(file), CONTEXT);
            } catch (UnreadableBody e) {
                continue;
            }
            for (Object event : result.events()) {
                byte[] published = ContractJson.mapper().writeValueAsBytes(event);
                assertThat(ContractJson.mapper().readValue(published, event.getClass())).as(name(file))
                        .isEqualTo(event);
            }
        }
    }

    /** Types whose ARNs are put together: dropping the ARN from such an item must not make it another subject. */
    @Test
    void itemsOfWellKnownTypesAreTheSameSubjectWithoutTheirArns() {
        int compared = 0;
        for (Path file : files()) {
            String text = new String(bytes(file), UTF_8);
            Expected expected = expected(name(file));
            if (expected == null || expected.accepted != 1) {
                continue;
            }
            SubjectRef subject = Given.onlySubject(read(text));
            if (KNOWN.matcher(subject.type()).matches()) {
                String bare = ARN.matcher(text).replaceAll("$1\"none$1\":");
                assertThat(Given.onlySubject(read(bare))).as(name(file)).isEqualTo(subject);
                compared++;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(20);
    }

    private static IngestResult read(String text) {
        return new AwsConfigAdapter().read(text.getBytes(UTF_8), CONTEXT);
    }
}
