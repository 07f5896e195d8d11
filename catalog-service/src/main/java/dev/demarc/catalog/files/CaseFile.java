package dev.demarc.catalog.files;

import dev.demarc.checks.CheckInput;
import dev.demarc.checks.SubjectDocument;
import dev.demarc.contracts.Copies;
import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.gap.CustomerOutcome;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.subject.RelatedResource;
import dev.demarc.contracts.subject.SubjectKind;
import dev.demarc.contracts.subject.SubjectRef;
import dev.demarc.contracts.subject.SubjectState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cases beside a service model, as the files have them. */
public record CaseFile(
        List<Case> cases,
        List<VariantCase> variants) {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** Copies the lists; an absent one is empty. */
    public CaseFile {
        cases = Copies.list(cases);
        variants = Copies.list(variants);
    }

    /** Documents and the verdict that a check must give on them. */
    public record Case(
            String check,
            String name,
            Given given,
            CustomerOutcome expect,
            @Nullable GapReason reason) {}

    /** A document and the variant of a control's cell that it must choose: its name, {@code none} or {@code unknown}. */
    public record VariantCase(
            String control,
            String name,
            Given given,
            String expect) {}

    /** The documents; {@code now} is the first of January 2026 where absent. */
    public record Given(
            Doc resource,
            Map<String, Doc> related,
            @Nullable Instant now) {

        /** Copies the map; an absent one is empty. */
        public Given {
            related = Copies.map(related);
        }

        /** What a check is asked on, the resource being of this type unless it says another. */
        public CheckInput input(String type, @Nullable Check check) {
            Map<String, Map<String, Object>> known = new LinkedHashMap<>();
            related.forEach((name, document) -> known.put(name, document.document(
                    check != null && check.related().containsKey(name) ? check.related().get(name).type() : "?")));
            return new CheckInput(resource.document(type), known, now == null ? NOW : now);
        }
    }

    /** A document as a case gives it; what is absent is made up, but for the configuration. */
    public record Doc(
            @Nullable String type,
            @Nullable String id,
            @Nullable String name,
            @Nullable String account,
            @Nullable String region,
            Map<String, String> tags,
            @Nullable Instant createdAt,
            @Nullable Map<String, @Nullable Object> configuration,
            Map<String, @Nullable Object> supplementaryConfiguration,
            List<RelatedResource> relationships) {

        /** Copies the collections; an absent one is empty, but for the configuration. */
        public Doc {
            tags = Copies.map(tags);
            supplementaryConfiguration = Copies.json(supplementaryConfiguration);
            relationships = Copies.list(relationships);
        }

        private Map<String, Object> document(String ofType) {
            SubjectRef ref = new SubjectRef("r-case", SubjectKind.RESOURCE, "aws", "aws",
                    or(account, "111122223333"), or(region, "eu-central-1"), or(type, ofType), or(id, "case"),
                    or(name, "case"));
            return SubjectDocument.of(ref, tags, createdAt, configuration == null ? null : state(configuration));
        }

        @SuppressWarnings("NullAway") // the values of JSON maps may be null, which the record's class file does not show
        private SubjectState state(Map<String, @Nullable Object> known) {
            return new SubjectState(known, supplementaryConfiguration, relationships);
        }

        private static String or(@Nullable String value, String otherwise) {
            return value == null ? otherwise : value;
        }
    }
}
