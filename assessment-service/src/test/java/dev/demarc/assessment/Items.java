package dev.demarc.assessment;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** AWS Config items as the tests send them in. */
public final class Items {

    private Items() {}

    /** A bucket of an account; {@code versioning} is what AWS Config says of it, {@code Enabled} or {@code Off}. */
    public static String bucket(String account, String name, String versioning, Instant capturedAt, long stateId) {
        return item(account, "AWS::S3::Bucket", name, "arn:aws:s3:::" + name, capturedAt, stateId, "OK",
                "{\"name\":\"%s\"}".formatted(name),
                "{\"BucketVersioningConfiguration\":{\"status\":\"%s\"}}".formatted(versioning));
    }

    /** A bucket that is gone. */
    public static String deletedBucket(String account, String name, Instant capturedAt, long stateId) {
        return item(account, "AWS::S3::Bucket", name, "arn:aws:s3:::" + name, capturedAt, stateId, "ResourceDeleted",
                "null", "{}");
    }

    /** The account's public access block. */
    public static String publicAccessBlock(String account, boolean blocked, Instant capturedAt, long stateId) {
        return item(account, "AWS::S3::AccountPublicAccessBlock", account, null, capturedAt, stateId, "OK",
                "{\"blockPublicAcls\":%b}".formatted(blocked), "{}");
    }

    /** A resource of a type that no sample model covers. */
    public static String job(String account, String name, Instant capturedAt) {
        return item(account, "AWS::Glue::Job", name, null, capturedAt, 1, "OK", "{}", "{}");
    }

    private static String item(String account, String type, String id, @Nullable String arn,
            Instant capturedAt, long stateId, String status, String configuration, String supplementary) {
        return String.format(Locale.ROOT, """
                {"configurationItemVersion":"1.3","awsAccountId":"%s","awsRegion":"eu-west-1","resourceType":"%s",
                "resourceId":"%s","resourceName":"%s","ARN":%s,"configurationItemCaptureTime":"%s",
                "configurationStateId":%d,"configurationItemStatus":"%s","tags":{"app":"%s"},"relationships":[],
                "configuration":%s,"supplementaryConfiguration":%s}""", account, type, id, id,
                arn == null ? "null" : '"' + arn + '"', capturedAt, stateId, status, account, configuration,
                supplementary);
    }
}
