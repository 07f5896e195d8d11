package dev.demarc.assessment.ingest.aws;

import static dev.demarc.assessment.ingest.aws.Given.apiForm;
import static dev.demarc.assessment.ingest.aws.Given.item;
import static dev.demarc.assessment.ingest.aws.Given.onlyChange;
import static dev.demarc.assessment.ingest.aws.Given.onlySubject;
import static dev.demarc.assessment.ingest.aws.Given.queryAnswer;
import static dev.demarc.assessment.ingest.aws.Given.reading;
import static dev.demarc.assessment.ingest.aws.Given.with;
import static dev.demarc.assessment.ingest.aws.Given.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.event.SubjectChanged;
import dev.demarc.contracts.subject.SubjectRef;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SameResourceTest {

    static Stream<String> resources() {
        return Given.RESOURCES.stream();
    }

    @ParameterizedTest
    @MethodSource("resources")
    void deliveryApiAndQueryFormGiveTheSameChange(String name) {
        SubjectChanged delivered = onlyChange(reading(item(name)));
        assertThat(onlyChange(reading(apiForm(item(name))))).isEqualTo(delivered);
        assertThat(onlyChange(reading(queryAnswer(item(name))))).isEqualTo(delivered);
    }

    @ParameterizedTest
    @MethodSource("resources")
    void aFormWithoutTheArnIsStillTheSameResource(String name) {
        SubjectRef delivered = onlySubject(reading(item(name)));
        Map<String, @Nullable Object> bare = without(item(name), "ARN", "arn");
        assertThat(onlySubject(reading(bare))).isEqualTo(delivered);
        assertThat(onlySubject(reading(apiForm(bare)))).isEqualTo(delivered);
        assertThat(onlySubject(reading(with(bare, "ARN", "arn:aws:eu-central-1:111122223333:x/y"))))
                .isEqualTo(delivered);
    }

    @Test
    void theBucketAsTheApiReallyWritesItIsTheSame() {
        assertThat(onlyChange(reading(item("bucket-api")))).isEqualTo(onlyChange(reading(item("bucket"))));
    }

    @Test
    void anIamUserIsFoundByItsPathAndNameWhenEvenTheConfigurationLacksTheArn() {
        Map<String, @Nullable Object> user = without(item("user"), "ARN");
        user.put("configuration", Map.of("path", "/people/", "userName", "dora"));
        assertThat(onlySubject(reading(user)).nativeId()).isEqualTo("arn:aws:iam::111122223333:user/people/dora");
    }

    @Test
    void aDatabaseIsKnownByItsNameNotByItsResourceId() {
        assertThat(onlySubject(reading(without(item("database"), "ARN", "resourceName"))).nativeId())
                .isEqualTo("arn:aws:rds:eu-central-1:111122223333:db:orders");
    }

    @Test
    void globalTypesHaveNoRegionAndAreTheSameFromEveryRegion() {
        SubjectRef global = onlySubject(reading(item("user")));
        assertThat(global.region()).isNull();
        assertThat(onlySubject(reading(with(item("user"), "awsRegion", "us-east-1")))).isEqualTo(global);
        SubjectRef block = onlySubject(reading(item("account-public-access-block")));
        assertThat(block.nativeId()).isEqualTo("111122223333/global/AWS::S3::AccountPublicAccessBlock/111122223333");
        assertThat(onlySubject(reading(with(item("account-public-access-block"), "awsRegion", "us-east-1"))))
                .isEqualTo(block);
    }

    @Test
    void theSameBucketNameInAnotherAccountIsAnotherSubject() {
        assertThat(onlySubject(reading(with(item("bucket"), "awsAccountId", "444455556666"))).id())
                .isNotEqualTo(onlySubject(reading(item("bucket"))).id());
    }

    @Test
    void partitionAndRegionComeFromTheArnElseFromTheRegionOrTheZone() {
        assertThat(onlySubject(reading(with(without(item("instance"), "ARN"), "awsRegion", "cn-north-1"))))
                .satisfies(subject -> {
                    assertThat(subject.partition()).isEqualTo("aws-cn");
                    assertThat(subject.nativeId()).startsWith("arn:aws-cn:ec2:cn-north-1:");
                });
        assertThat(onlySubject(reading(with(item("instance"), "ARN",
                "arn:aws-us-gov:ec2:us-gov-west-1:111122223333:instance/i-1"))).partition()).isEqualTo("aws-us-gov");
        assertThat(onlySubject(reading(without(item("instance"), "ARN", "awsRegion"))).region())
                .isEqualTo("eu-central-1");
        assertThat(onlySubject(reading(with(item("instance"), "awsRegion", "Not Applicable"))).region())
                .isEqualTo("eu-central-1");
    }

    @Test
    void aTypeWithoutAnArnIsKnownByAccountRegionTypeAndId() {
        Map<String, @Nullable Object> custom = with(without(item("volume"), "ARN"), "resourceType",
                "Shop::Till::Drawer");
        assertThat(onlySubject(reading(custom)).nativeId())
                .isEqualTo("111122223333/eu-central-1/Shop::Till::Drawer/vol-0aa11bb22cc33dd44");
    }

    @Test
    void aMisspeltTypeIsTheSameResource() {
        assertThat(onlySubject(reading(with(item("volume"), "resourceType", "AWS::EC2::VOLUME"))))
                .isEqualTo(onlySubject(reading(item("volume"))));
    }

    @Test
    void aDeletionIsOfTheSameResourceAndTheResourceItselfIsADeletionWithoutConfiguration() {
        Map<String, @Nullable Object> deleted = with(
                with(item("database"), "configurationItemStatus", "ResourceDeleted"),
                "configuration", null);
        assertThat(onlySubject(reading(deleted)).id()).isEqualTo(onlySubject(reading(item("database"))).id());
    }
}
