package dev.demarc.assessment.model;

import dev.demarc.contracts.catalog.Ownership;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.event.SubjectChanged;
import dev.demarc.contracts.event.SubjectDeleted;
import dev.demarc.contracts.gap.CustomerOutcome;
import dev.demarc.contracts.gap.GapDescription;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.gap.ObservedValue;
import dev.demarc.contracts.gap.Origin;
import dev.demarc.contracts.subject.SubjectKind;
import dev.demarc.contracts.subject.SubjectRef;
import dev.demarc.contracts.subject.SubjectState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The examples that the tests of the model speak of. */
final class Given {

    static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    static final SubjectRef BUCKET = bucket("shop-payments");
    static final Judging JUDGING = new Judging(DueDates.STANDARD);
    static final String CHECK = "s3-versioning";

    private Given() {}

    static SubjectRef bucket(String name) {
        String arn = "arn:aws:s3:::" + name;
        return new SubjectRef(SubjectIds.resource("aws", "aws", "111122223333", arn), SubjectKind.RESOURCE, "aws",
                "aws",
                "111122223333", "eu-west-1", "AWS::S3::Bucket", arn, name);
    }

    static SubjectChanged changed(Instant capturedAt, long stateId) {
        return new SubjectChanged(BUCKET, capturedAt, stateId, capturedAt.plusSeconds(1), "aws-config", null, Map.of(),
                new SubjectState(Map.of("name", "shop-payments"), Map.of(), List.of()), null);
    }

    static SubjectChanged summarised(Instant capturedAt, long stateId) {
        return new SubjectChanged(BUCKET, capturedAt, stateId, capturedAt.plusSeconds(1), "aws-config", null, Map.of(),
                null, "it was too large");
    }

    static SubjectDeleted deleted(Instant capturedAt, long stateId) {
        return new SubjectDeleted(BUCKET, capturedAt, stateId, capturedAt.plusSeconds(1), "aws-config");
    }

    static Subject judged(Subject subject, Instant now, Verdict... verdicts) {
        return judged(subject, Assignment.NONE, Origin.LIVE, now, verdicts);
    }

    static Subject judged(Subject subject, Assignment owner, Origin origin, Instant now, Verdict... verdicts) {
        return JUDGING.judge(subject, new Judgement(new JudgedBy("aws/s3", 1, 1, 1, Map.of()), owner, List.of(),
                List.of(verdicts), null), origin, now);
    }

    static Verdict verdict(CustomerOutcome outcome, @Nullable GapReason reason, Severity severity, Object observed) {
        GapDescription description = new GapDescription(SubjectIds.gap(BUCKET.id(), 1, "data-protection", CHECK),
                BUCKET,
                1, "data-protection", "Data protection", Ownership.CSC_OWNED, CHECK, "Versioning is on",
                "Versioning is Enabled", "Enable versioning", "aws/s3", 1, Map.of());
        return new Verdict(description, outcome, reason, severity,
                List.of(new ObservedValue("resource.versioning", observed, true)));
    }

    static Verdict failed() {
        return failed(Severity.HIGH, "Off");
    }

    static Verdict failed(Severity severity, Object observed) {
        return verdict(CustomerOutcome.NOT_SATISFIED, GapReason.CHECK_FAILED, severity, observed);
    }

    static Verdict passed() {
        return verdict(CustomerOutcome.SATISFIED, null, Severity.HIGH, "Enabled");
    }

    static Verdict unknown() {
        return verdict(CustomerOutcome.UNKNOWN, GapReason.CONFIGURATION_MISSING, Severity.HIGH, "?");
    }
}
