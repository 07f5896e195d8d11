package dev.demarc.catalog.files;

import dev.demarc.catalog.model.CatalogProblem;
import dev.demarc.catalog.model.Finding;
import dev.demarc.catalog.model.InvalidCatalog;
import dev.demarc.catalog.model.SourceFile;
import dev.demarc.catalog.publishing.DraftReader;
import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.catalog.ServiceModel;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A draft in the form of the catalog's files; the controls that stand in a version which was read are passed over. */
public final class DraftFile implements DraftReader {

    private static final String NAME = "draft";

    @Override
    public Reading read(Format format, byte[] body) {
        SourceFile<JsonNode> file;
        try {
            file = switch (format) {
                case JSON -> JsonFile.read(NAME, body);
                case YAML -> YamlFile.read(NAME, body);
            };
        } catch (InvalidCatalog e) {
            return new Unreadable(e.problems());
        }
        if (file.content() instanceof ObjectNode object && object.path("controls").isArray()) {
            object.remove("controls");
        }
        List<CatalogProblem> wrong = FileSchema.DRAFT.problems(file);
        if (!wrong.isEmpty()) {
            return new Misshapen(wrong);
        }
        try {
            return new Draft(file.with(model((ObjectNode) file.content())));
        } catch (JacksonException e) {
            return new Misshapen(List.of(file.problem(new Finding("", e.getOriginalMessage()))));
        }
    }

    private static ServiceModel model(ObjectNode tree) {
        if (!tree.has("version")) {
            tree.put("version", 0);
        }
        return ContractJson.mapper().treeToValue(tree, ServiceModel.class);
    }
}
