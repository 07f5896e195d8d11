package dev.demarc.catalog.files;

import dev.demarc.catalog.model.CatalogProblem;
import dev.demarc.catalog.model.Finding;
import dev.demarc.catalog.model.InvalidCatalog;
import dev.demarc.catalog.model.SourceFile;
import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.ServiceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;

/** Files as records; a file with a problem gives nothing, and its problems are kept. */
final class FileReader {

    private final List<CatalogProblem> problems = new ArrayList<>();

    List<CatalogProblem> problems() {
        return problems;
    }

    Optional<SourceFile<List<Control>>> controls(String name, byte[] bytes) {
        return read(name, bytes, FileSchema.CONTROLS,
                tree -> ContractJson.mapper().treeToValue(tree.get("controls"), new TypeReference<>() {
                }));
    }

    Optional<SourceFile<ServiceModel>> model(String name, byte[] bytes) {
        return read(name, bytes, FileSchema.SERVICE_MODEL,
                tree -> ContractJson.mapper().treeToValue(tree, ServiceModel.class));
    }

    Optional<SourceFile<CaseFile>> cases(String name, byte[] bytes) {
        return read(name, bytes, FileSchema.CASES, tree -> ContractJson.mapper().treeToValue(tree, CaseFile.class));
    }

    private <T> Optional<SourceFile<T>> read(String name, byte[] bytes, FileSchema schema,
            Function<JsonNode, T> record) {
        SourceFile<JsonNode> file;
        try {
            file = YamlFile.read(name, bytes);
        } catch (InvalidCatalog e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
        List<CatalogProblem> wrong = schema.problems(file);
        problems.addAll(wrong);
        if (!wrong.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(file.with(record.apply(file.content())));
        } catch (JacksonException e) {
            problems.add(file.problem(new Finding("", e.getOriginalMessage())));
            return Optional.empty();
        }
    }
}
