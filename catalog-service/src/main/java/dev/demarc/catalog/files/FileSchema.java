package dev.demarc.catalog.files;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.demarc.catalog.model.CatalogProblem;
import dev.demarc.catalog.model.Finding;
import dev.demarc.catalog.model.SourceFile;
import dev.demarc.contracts.ContractJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The schemas of the catalog's files, which stand beside them. */
final class FileSchema {

    static final FileSchema SERVICE_MODEL = new FileSchema("service-model", true);
    static final FileSchema CONTROLS = new FileSchema("controls", true);
    static final FileSchema CASES = new FileSchema("cases", true);
    /** A service model that need not say its version. */
    static final FileSchema DRAFT = new FileSchema("service-model", false);

    private final Schema schema;

    private FileSchema(String name, boolean numbered) {
        String resource = "/catalog/schema/" + name + ".schema.json";
        try (InputStream in = Objects.requireNonNull(FileSchema.class.getResourceAsStream(resource), resource)) {
            this.schema = SchemaRegistry
                    .withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
                            builder -> builder.schemaRegistryConfig(
                                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()))
                    .getSchema(numbered ? text(in) : withoutVersion(text(in)), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String withoutVersion(String schema) {
        JsonNode tree = ContractJson.mapper().readTree(schema);
        ((ArrayNode) tree.required("required")).removeIf(name -> name.asString().equals("version"));
        return tree.toString();
    }

    /** Everything in which the file is not of this form. */
    List<CatalogProblem> problems(SourceFile<JsonNode> file) {
        return schema.validate(file.content()).stream().map(FileSchema::finding).distinct().map(file::problem)
                .toList();
    }

    private static Finding finding(Error error) {
        String pointer = error.getInstanceLocation().toString();
        String property = error.getProperty();
        String message = error.getMessage();
        return property == null || "required".equals(error.getKeyword())
                ? new Finding(pointer, message)
                : new Finding(pointer + "/" + property, message);
    }
}
