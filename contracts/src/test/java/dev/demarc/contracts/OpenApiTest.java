package dev.demarc.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class OpenApiTest {

    private static final JsonNode DOCUMENT = OpenApi.document();
    private static final String METASCHEMA = "https://json-schema.org/draft/2020-12/schema";

    static Stream<Map.Entry<String, JsonNode>> operations() {
        return OpenApi.operations().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_says_which_service_has_it_and_who_may_call_it(Map.Entry<String, JsonNode> named) {
        JsonNode operation = named.getValue();

        assertThat(operation.path("tags")).singleElement()
                .extracting(JsonNode::asString).isIn("catalog", "assessment", "notification", "gateway");
        assertThat(operation.path("x-demarc-role").asString())
                .isIn("none", "any", "viewer", "ingester", "editor", "admin");
        assertThat(operation.path("operationId").asString()).matches("[a-z][A-Za-z]+");
        assertThat(operation.path("summary").asString()).isNotBlank();
        assertThat(operation.path("x-demarc-role").asString().equals("none")).isEqualTo(operation.has("security"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_names_what_it_answers(Map.Entry<String, JsonNode> named) {
        Set<String> statuses = new TreeSet<>(named.getValue().path("responses").propertyNames());

        assertThat(statuses).anyMatch(status -> status.startsWith("2"));
        assertThat(statuses).contains(named.getKey().equals("GET /api/health") ? "503" : "default");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_declares_the_parameters_of_its_path(Map.Entry<String, JsonNode> named) {
        String path = named.getKey().substring(named.getKey().indexOf(' ') + 1);
        Set<String> inPath = new TreeSet<>();
        Pattern.compile("\\{(\\w+)}").matcher(path).results().forEach(match -> inPath.add(match.group(1)));

        Set<String> declared = new TreeSet<>();
        for (JsonNode parameter : DOCUMENT.path("paths").path(path).path("parameters")) {
            JsonNode resolved = resolve(DOCUMENT, parameter);
            assertThat(resolved.path("in").asString()).isEqualTo("path");
            assertThat(resolved.path("required").asBoolean()).isTrue();
            declared.add(resolved.path("name").asString());
        }

        assertThat(declared).isEqualTo(inPath);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_that_takes_if_match_can_miss_it_and_find_it_stale(Map.Entry<String, JsonNode> named) {
        boolean takesIt = named.getValue().path("parameters").valueStream()
                .anyMatch(parameter -> resolve(DOCUMENT, parameter).path("name").asString().equals("If-Match"));

        assertThat(named.getValue().path("responses").has("412")).isEqualTo(takesIt);
        assertThat(named.getValue().path("responses").has("428")).isEqualTo(takesIt);
    }

    @Test
    void operation_ids_are_unique() {
        assertThat(operations().map(operation -> operation.getValue().path("operationId").asString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void every_reference_leads_somewhere() {
        walk(DOCUMENT, "", (pointer, node) -> {
            if (node.has("$ref")) {
                assertThat(resolve(DOCUMENT, node)).as(pointer).isNotNull();
            }
        });
    }

    @Test
    void every_component_is_used() {
        Set<String> used = new HashSet<>();
        walk(DOCUMENT, "", (pointer, node) -> used.add(node.path("$ref").asString("")));

        for (Map.Entry<String, JsonNode> kind : DOCUMENT.path("components").properties()) {
            if (!kind.getKey().equals("securitySchemes")) {
                for (String name : kind.getValue().propertyNames()) {
                    assertThat(used).contains("#/components/" + kind.getKey() + "/" + name);
                }
            }
        }
    }

    @Test
    void every_schema_is_a_schema() {
        walk(DOCUMENT, "", (pointer, node) -> {
            if (node.has("schema")) {
                assertThat(Validation.errors(METASCHEMA, node.path("schema"))).as(pointer).isEmpty();
            }
        });
        for (Map.Entry<String, JsonNode> schema : DOCUMENT.path("components").path("schemas").properties()) {
            assertThat(Validation.errors(METASCHEMA, schema.getValue())).as(schema.getKey()).isEmpty();
        }
    }

    @Test
    void every_example_keeps_to_its_schema() {
        List<String> checked = new ArrayList<>();
        walk(DOCUMENT, "", (pointer, node) -> {
            if (node.has("example") && node.has("schema")) {
                assertThat(Validation.errors(OpenApi.ID + "#" + pointer + "/schema", node.path("example"))).as(pointer)
                        .isEmpty();
                checked.add(pointer);
            }
        });
        assertThat(checked).hasSizeGreaterThan(40);
    }

    @Test
    void every_json_body_has_an_example() {
        walk(DOCUMENT, "", (pointer, node) -> {
            if (pointer.endsWith("/content")) {
                assertThat(node.valueStream().allMatch(media -> media.has("example"))).as(pointer).isTrue();
            }
        });
    }

    @Test
    void every_list_has_a_bound() {
        walk(DOCUMENT, "", (pointer, node) -> {
            if (node.path("type").asString("").equals("array") && !pointer.contains("/IngestResult/")) {
                assertThat(node.has("maxItems")).as(pointer).isTrue();
            }
        });
    }

    @Test
    void the_operations_of_a_service_are_its_methods_and_paths() {
        assertThat(OpenApi.operations("gateway")).containsExactly("DELETE /api/keys/{id}", "DELETE /api/session",
                "GET /api/health",
                "GET /api/keys", "GET /api/session", "GET /api/whoami", "POST /api/keys", "POST /api/session");
        assertThat(OpenApi.operations("nobody")).isEmpty();
    }

    @Test
    void an_answer_can_be_held_to_its_schema() {
        JsonNode page = ContractJson.mapper().readTree("{\"items\": [{\"id\": \"Shop\"}]}");

        assertThat(Validation.errors(OpenApi.responseSchema("GET /api/workloads", 200), page)).isNotEmpty();
        assertThat(OpenApi.responseSchema("GET /api/workloads/{id}", 404))
                .endsWith("#/components/responses/NotFound/content/application~1problem+json/schema");
        assertThat(OpenApi.responseSchema("GET /api/gaps", 503)).contains("/responses/Problem/");
        assertThatThrownBy(() -> OpenApi.responseSchema("DELETE /api/workloads/{id}", 204))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("DELETE /api/workloads/{id} answers 204 without a body or not at all");
        assertThatThrownBy(() -> OpenApi.responseSchema("GET /api/nothing", 200))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("GET /api/nothing");
    }

    private static void walk(JsonNode node, String pointer, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(pointer, node);
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> child : node.properties()) {
                if (!child.getKey().equals("example")) {
                    walk(child.getValue(), pointer + "/" + child.getKey().replace("~", "~0").replace("/", "~1"),
                            visitor);
                }
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.path(i), pointer + "/" + i, visitor);
            }
        }
    }

    private static JsonNode resolve(JsonNode document, JsonNode node) {
        String ref = node.path("$ref").asString("");
        if (ref.isEmpty()) {
            return node;
        }
        int hash = ref.indexOf('#');
        String file = hash < 0 ? ref : ref.substring(0, hash);
        @Nullable
        String text = file.isEmpty() ? document.toString() : Schemas.text(Schemas.BASE + file);
        JsonNode target = ContractJson.mapper().readTree(Objects.requireNonNull(text, ref))
                .at(hash < 0 ? "" : ref.substring(hash + 1));
        assertThat(target.isMissingNode()).as(ref).isFalse();
        return target;
    }
}
