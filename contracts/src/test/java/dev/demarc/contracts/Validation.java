package dev.demarc.contracts;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Validates with formats asserted; every schema comes from {@link Schemas#text}, none from a network. */
final class Validation {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Schemas::text)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private Validation() {}

    static List<String> errors(String schemaId, JsonNode instance) {
        return REGISTRY.getSchema(SchemaLocation.of(schemaId)).validate(instance).stream()
                .map(Error::toString).toList();
    }
}
