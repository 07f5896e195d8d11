package dev.demarc.checks;

import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.Parameter;
import dev.demarc.contracts.catalog.Relation;
import dev.demarc.contracts.catalog.RelatedDocument;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.subject.SubjectKind;
import dev.demarc.contracts.subject.SubjectRef;
import dev.demarc.contracts.subject.SubjectState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Subjects, documents and checks for the tests. */
final class Given {

    static final CheckLanguage LANGUAGE = new CheckLanguage();
    static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");
    static final SubjectRef BUCKET = new SubjectRef("r-1", SubjectKind.RESOURCE, "aws", "aws", "123456789012",
            "eu-central-1", "AWS::S3::Bucket", "arn:aws:s3:::orders", "orders");

    private Given() {}

    @SuppressWarnings("NullAway") // the record's constructor takes nulls as values; NullAway does not see it in its class file
    static Map<String, Object> document(Map<String, @Nullable Object> configuration) {
        return SubjectDocument.of(BUCKET, Map.of("team", "shop"), CREATED,
                new SubjectState(configuration, Map.of(), List.of()));
    }

    static CheckInput input(Map<String, @Nullable Object> configuration) {
        return new CheckInput(document(configuration), Map.of(), NOW);
    }

    static Check check(@Nullable String when, String expression, String... paths) {
        return new Check("encrypted", "Encrypted", List.of(), when, expression, "true", Severity.HIGH, "Encrypt it",
                List.of(paths), Map.of("account", new RelatedDocument("AWS::::Account", Relation.SAME_ACCOUNT)),
                Map.of("days", new Parameter(30, 1L, 90L, null)), Map.of());
    }

    static CheckVerdict verdict(Check check, CheckInput input) {
        return CompiledCheck.of(LANGUAGE, check).evaluate(input);
    }
}
