package dev.demarc.catalog.files;

import dev.demarc.catalog.model.CatalogProblem;
import dev.demarc.catalog.model.InvalidCatalog;
import dev.demarc.catalog.model.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON with the line of each value, bounded as {@link YamlFile} is; no key twice. */
final class JsonFile {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(YamlFile.MAX_DEPTH).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build()).build();

    private final String name;
    private final JsonParser parser;
    private final Map<String, Integer> lines = new HashMap<>();
    private int values;
    private final Pointers pointers;

    private JsonFile(String name, JsonParser parser) {
        this.name = name;
        this.parser = parser;
        this.pointers = new Pointers(name);
    }

    /** The file's tree; throws {@link InvalidCatalog} with the one problem that ends the reading. */
    static SourceFile<JsonNode> read(String name, byte[] bytes) {
        if (bytes.length > YamlFile.MAX_BYTES) {
            throw refusal(name, 1, "", "has more than " + YamlFile.MAX_BYTES + " bytes, the most that is read");
        }
        try (JsonParser parser = MAPPER.createParser(bytes)) {
            JsonFile file = new JsonFile(name, parser);
            if (parser.nextToken() == null) {
                throw refusal(name, 1, "", "is empty");
            }
            JsonNode tree = file.json("");
            if (parser.nextToken() != null) {
                throw refusal(name, file.line(), "", "goes on after its end");
            }
            return new SourceFile<>(name, tree, Map.copyOf(file.lines));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw refusal(name, line, "", "is not JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""));
        }
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private JsonNode json(String pointer) {
        lines.putIfAbsent(pointer, line());
        if (++values > YamlFile.MAX_VALUES) {
            throw refusal(name, line(), pointer, "holds more than " + YamlFile.MAX_VALUES + " values");
        }
        pointers.count(pointer, line());
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(pointer);
            case START_ARRAY -> array(pointer);
            case VALUE_STRING -> JSON.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> integer(pointer);
            case VALUE_NUMBER_FLOAT -> JSON.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> JSON.booleanNode(true);
            case VALUE_FALSE -> JSON.booleanNode(false);
            default -> JSON.nullNode();
        };
    }

    private JsonNode integer(String pointer) {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw refusal(name, line(), pointer, "is no number of 64 bits");
        }
        return JSON.numberNode(parser.getLongValue());
    }

    private ObjectNode object(String pointer) {
        ObjectNode object = JSON.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            String child = pointers.child(pointer, key, line());
            lines.put(child, line());
            parser.nextToken();
            object.set(key, json(child));
        }
        return object;
    }

    private ArrayNode array(String pointer) {
        ArrayNode array = JSON.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(json(pointer + "/" + array.size()));
        }
        return array;
    }

    private static InvalidCatalog refusal(String name, int line, String pointer, String problem) {
        return new InvalidCatalog(List.of(new CatalogProblem(name, line, pointer, problem)));
    }
}
