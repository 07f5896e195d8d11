package dev.demarc.catalog.files;

import dev.demarc.catalog.model.CatalogProblem;
import dev.demarc.catalog.model.InvalidCatalog;
import dev.demarc.catalog.model.SourceFile;
import dev.demarc.checks.CheckInput;
import dev.demarc.checks.SubjectDocument;
import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.gap.CustomerOutcome;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.subject.RelatedResource;
import dev.demarc.contracts.subject.SubjectKind;
import dev.demarc.contracts.subject.SubjectRef;
import dev.demarc.contracts.subject.SubjectState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The cases beside a service model, as the files have them. */
record CaseFile(
        List<Case> cases,
        @Nullable List<VariantCase> variants) {

    record Case(
            String check,
            String name,
            Given given,
            CustomerOutcome expect,
            @Nullable GapReason reason) {}

    record VariantCase(
            String control,
            String name,
            Given given,
            String expect) {}

    record Given(
            Doc resource,
            @Nullable Map<String, Doc> related,
            @Nullable Instant now) {

        CheckInput input(String type, @Nullable Check check) {
            Map<String, Map<String, Object>> known = new LinkedHashMap<>();
            if (related != null) {
                related.forEach((name, document) -> known.put(name, document.document(
                        check != null && check.related().containsKey(name) ? check.related().get(name).type() : "?")));
            }
            return new CheckInput(resource.document(type), known,
                    now == null ? Instant.parse("2026-01-01T00:00:00Z") : now);
        }
    }

    record Doc(
            @Nullable String type,
            @Nullable String id,
            @Nullable String name,
            @Nullable String account,
            @Nullable String region,
            @Nullable Map<String, String> tags,
            @Nullable Instant createdAt,
            @Nullable Map<String, Object> configuration,
            @Nullable Map<String, Object> supplementaryConfiguration,
            @Nullable List<RelatedResource> relationships) {

        Map<String, Object> document(String ofType) {
            SubjectRef ref = new SubjectRef("r-case", SubjectKind.RESOURCE, "aws", "aws",
                    or(account, "111122223333"), or(region, "eu-central-1"), or(type, ofType), or(id, "case"),
                    or(name, "case"));
            return SubjectDocument.of(ref, tags == null ? Map.of() : tags, createdAt,
                    configuration == null ? null : state(configuration));
        }

        @SuppressWarnings("NullAway") // the record takes absent collections, which its class file does not show
        private SubjectState state(Map<String, Object> known) {
            return new SubjectState(known, supplementaryConfiguration, relationships);
        }

        private static String or(@Nullable String value, String otherwise) {
            return value == null ? otherwise : value;
        }
    }

    /** Reads and checks a file against its schema; throws {@link InvalidCatalog}. */
    static CaseFile read(Path path) {
        try {
            SourceFile<JsonNode> file = YamlFile.read(String.valueOf(path.getFileName()), Files.readAllBytes(path));
            List<CatalogProblem> problems = FileSchema.CASES.problems(file);
            if (!problems.isEmpty()) {
                throw new InvalidCatalog(problems);
            }
            return ContractJson.mapper().treeToValue(file.content(), CaseFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
