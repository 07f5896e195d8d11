package dev.demarc.assessment;

import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.DeliveryModel;
import dev.demarc.contracts.catalog.Observability;
import dev.demarc.contracts.catalog.Ownership;
import dev.demarc.contracts.catalog.RelatedDocument;
import dev.demarc.contracts.catalog.Relation;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.ServiceClass;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.event.ServiceModelPublished;
import dev.demarc.contracts.subject.SubjectKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Two small service models: a bucket, which reads its account's public access block, and the account. */
public final class SampleCatalog {

    private static final String BLOCK = "AWS::S3::AccountPublicAccessBlock";

    private SampleCatalog() {}

    /** Version 2 of the bucket's model wants versioning no more but logging. */
    public static List<ServiceModelPublished> models(int bucketVersion) {
        return List.of(published(bucket(bucketVersion)), published(account()));
    }

    private static ServiceModelPublished published(ServiceModel model) {
        return new ServiceModelPublished(model, "0".repeat(64), Instant.parse("2026-05-04T00:00:00Z"));
    }

    private static ServiceModel bucket(int version) {
        Check second = version == 1
                ? check("s3-versioning", "Versioning is on", Severity.LOW,
                        "resource.supplementaryConfiguration.BucketVersioningConfiguration.status == 'Enabled'",
                        "resource.supplementaryConfiguration.BucketVersioningConfiguration.status", Map.of())
                : check("s3-logging", "Access is logged", Severity.MEDIUM,
                        "has(resource.supplementaryConfiguration.BucketLoggingConfiguration)",
                        "resource.supplementaryConfiguration.BucketLoggingConfiguration", Map.of());
        Check notPublic = check("s3-not-public", "The account blocks public access", Severity.HIGH,
                "related.block.configuration.blockPublicAcls", "related.block.configuration.blockPublicAcls",
                Map.of("block", new RelatedDocument(BLOCK, Relation.SAME_ACCOUNT)));
        return new ServiceModel("aws/s3", version, "Amazon S3", "aws", ServiceClass.ABSTRACTED, DeliveryModel.PAAS,
                "Object storage", List.of("AWS::S3::Bucket"),
                List.of(cell("physical-security", Ownership.CSP_OWNED, Observability.PROVIDER_ASSURANCE),
                        cell("data-protection", Ownership.CSC_OWNED, Observability.CONFIG, second),
                        cell("public-access-prevention", Ownership.SHARED_INDEPENDENT, Observability.CONFIG, notPublic),
                        cell("data-classification", Ownership.CSC_OWNED, Observability.ATTESTATION),
                        cell("account-public-access", Ownership.CSC_OWNED, Observability.CONFIG)),
                List.of(), List.of(control("physical-security", SubjectKind.PROVIDER_SERVICE),
                        control("data-protection", SubjectKind.RESOURCE),
                        control("public-access-prevention", SubjectKind.RESOURCE),
                        control("data-classification", SubjectKind.RESOURCE),
                        control("account-public-access", SubjectKind.ACCOUNT)),
                List.of());
    }

    private static ServiceModel account() {
        Check blocked = check("account-not-public", "Public access is blocked for the account", Severity.MEDIUM,
                "related.block.configuration.blockPublicAcls", "related.block.configuration.blockPublicAcls",
                Map.of("block", new RelatedDocument(BLOCK, Relation.SAME_ACCOUNT)));
        return new ServiceModel("aws/account", 1, "AWS account", "aws", ServiceClass.ABSTRACTED, DeliveryModel.SAAS,
                "The account itself", List.of("AWS::::Account", BLOCK),
                List.of(cell("account-public-access", Ownership.CSC_OWNED, Observability.CONFIG, blocked)),
                List.of(), List.of(control("account-public-access", SubjectKind.ACCOUNT)), List.of());
    }

    private static Responsibility cell(String control, Ownership ownership, Observability observability,
            Check... checks) {
        return new Responsibility(control, ownership, "The provider does its part.", "The customer does theirs.",
                observability, Severity.MEDIUM, List.of(checks), List.of(), null, List.of());
    }

    private static Control control(String id, SubjectKind kind) {
        return new Control(id, id.replace('-', ' '), "data", "A control of the sample.", kind, List.of());
    }

    private static Check check(String id, String title, Severity severity, String expression, String path,
            Map<String, RelatedDocument> related) {
        return new Check(id, title, List.of(), null, expression, title, severity, "Turn it on.", List.of(path), related,
                Map.of(), Map.of("aws-security-hub", List.of("S3.14")));
    }
}
