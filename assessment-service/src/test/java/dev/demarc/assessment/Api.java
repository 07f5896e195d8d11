package dev.demarc.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.OpenApi;
import dev.demarc.contracts.Schemas;
import dev.demarc.platform.security.Role;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** The HTTP API as a client meets it; every answer is held to openapi.yaml. */
public final class Api {

    static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Schemas::text)
                    .schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private final Running service;

    /** Of this service. */
    public Api(Running service) {
        this.service = service;
    }

    /** An answer: its body (null without one) and its ETag. */
    public record Answer(@Nullable JsonNode json, @Nullable String etag) {

        /** The body, which must be there. */
        public JsonNode body() {
            return Objects.requireNonNull(json);
        }

        /** The ETag, which must be there. */
        public String tag() {
            return Objects.requireNonNull(etag);
        }
    }

    /** Reads as a viewer, with 200; {@code operation} is the path with its parameters' names. */
    public Answer get(String operation, String path) {
        return exchange(Role.VIEWER, HttpMethod.GET, operation, path, null, null, 200);
    }

    /** The same, with the query as it stands in {@code path}. */
    public Answer get(String path) {
        int query = path.indexOf('?');
        return get(query < 0 ? path : path.substring(0, query), path);
    }

    /** Edits as an editor. */
    public Answer edit(HttpMethod method, String operation, String path, @Nullable String body,
            @Nullable String ifMatch, int status) {
        return exchange(Role.EDITOR, method, operation, path, body, ifMatch, status);
    }

    /** One request; the answer's status and shape are asserted. */
    public Answer exchange(Role role, HttpMethod method, String operation, String path, @Nullable String body,
            @Nullable String ifMatch, int status) {
        WebTestClient.RequestBodySpec request = service.as(role).method(method)
                .uri(builder -> builder.build().resolve(UriComponentsBuilder.fromUriString(path).build().toUri()));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue(body);
        }
        EntityExchangeResult<byte[]> result = request.exchange().expectBody().returnResult();
        byte[] bytes = result.getResponseBody();
        assertThat(result.getStatus().value()).as(() -> method + " " + path + " " + text(bytes)).isEqualTo(status);
        if (bytes == null || bytes.length == 0) {
            return new Answer(null, result.getResponseHeaders().getETag());
        }
        JsonNode json = ContractJson.mapper().readTree(bytes);
        assertThat(SCHEMAS.getSchema(SchemaLocation.of(OpenApi.responseSchema(method + " " + operation, status)))
                .validate(json)).extracting(Error::toString).as(json::toString).isEmpty();
        return new Answer(json, result.getResponseHeaders().getETag());
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    /** Sends AWS Config items in. */
    public void ingest(String... items) {
        JsonNode answer = exchange(Role.INGESTER, HttpMethod.POST, "/api/ingest/aws", "/api/ingest/aws",
                "[" + String.join(",", items) + "]", null, 202).body();
        assertThat(answer.path("accepted").asInt()).as(answer.toString()).isEqualTo(items.length);
    }
}
