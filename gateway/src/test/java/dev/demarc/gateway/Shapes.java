package dev.demarc.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.OpenApi;
import dev.demarc.contracts.Schemas;
import java.nio.charset.StandardCharsets;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Holds answers to the contract. */
final class Shapes {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Schemas::text)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private Shapes() {}

    /** The body of an answer with this status, after it was found to have the shape that the contract gives it. */
    static JsonNode body(WebTestClient.ResponseSpec answer, String operation, int status) {
        byte[] bytes = answer.expectStatus().isEqualTo(status).expectBody().returnResult().getResponseBody();
        assertThat(bytes).isNotNull();
        JsonNode body = ContractJson.mapper().readTree(new String(bytes, StandardCharsets.UTF_8));
        assertThat(REGISTRY.getSchema(SchemaLocation.of(OpenApi.responseSchema(operation, status))).validate(body))
                .extracting(Error::toString).isEmpty();
        return body;
    }
}
