package dev.demarc.systemtests.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as trees: the tests know what users see, not the product's records. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** Parses a text. */
    public static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }

    /** Writes maps, lists, trees. */
    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** A new object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Parses a file of the test resources, such as {@code items/bucket.json}. */
    public static JsonNode resource(String path) {
        try (InputStream in = Objects.requireNonNull(Json.class.getResourceAsStream("/" + path), path)) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entries of an array (none of anything else). */
    public static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** A text below a path of names; empty where it is absent. */
    public static String text(JsonNode node, String... path) {
        JsonNode at = node;
        for (String name : path) {
            at = at.path(name);
        }
        return at.asString("");
    }
}
