package dev.demarc.systemtests.support;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.demarc.contracts.OpenApi;
import dev.demarc.contracts.Schemas;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Holds what the product says to the schemas that it promised, formats asserted. */
public final class Contract {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Schemas::text)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private Contract() {}

    /** What is wrong with the value; nothing where it keeps to the schema. */
    public static List<String> errors(String schema, JsonNode value) {
        return REGISTRY.getSchema(SchemaLocation.of(schema)).validate(value).stream().map(Error::toString).toList();
    }

    /** Fails where an answer's body is not what {@code openapi.yaml} says of this operation and status. */
    static void check(String operation, int status, String body) {
        List<String> errors = errors(OpenApi.responseSchema(operation, status), Json.parse(body));
        if (!errors.isEmpty()) {
            throw new AssertionError(operation + " answered " + status + " with what openapi.yaml does not say: "
                    + errors + "\n" + body);
        }
    }
}
