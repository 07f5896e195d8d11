package dev.demarc.catalog.files;

import dev.demarc.catalog.model.CatalogProblem;
import dev.demarc.catalog.model.InvalidCatalog;
import dev.demarc.catalog.model.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** YAML 1.2 as JSON with the line of each value: one document, bounded, no key twice, no tags; aliases count as what they repeat. */
final class YamlFile {

    /** The largest file, in bytes. */
    static final int MAX_BYTES = 1_000_000;
    /** The most values, those that an alias repeats counted each time. */
    static final int MAX_VALUES = 50_000;
    /** How deep objects and lists may stand in each other. */
    static final int MAX_DEPTH = 50;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String name;
    private final Map<String, Integer> lines = new HashMap<>();
    private int values;
    private final Pointers pointers;

    private YamlFile(String name) {
        this.name = name;
        this.pointers = new Pointers(name);
    }

    /** The file's tree; throws {@link InvalidCatalog} with the one problem that ends the reading. */
    static SourceFile<JsonNode> read(String name, byte[] bytes) {
        YamlFile file = new YamlFile(name);
        if (bytes.length > MAX_BYTES) {
            throw file.refusal(1, "", "has more than " + MAX_BYTES + " bytes, the most that is read");
        }
        LoadSettings settings = LoadSettings.builder().setLabel(name).setSchema(new CoreSchema())
                .setCodePointLimit(MAX_BYTES).setAllowRecursiveKeys(false).build();
        try {
            Node root = new Compose(settings).composeString(new String(bytes, StandardCharsets.UTF_8))
                    .orElseThrow(() -> file.refusal(1, "", "is empty"));
            return new SourceFile<>(name, file.json(root, "", 0), Map.copyOf(file.lines));
        } catch (MarkedYamlEngineException e) {
            throw file.refusal(e.getProblemMark().map(Mark::getLine).orElse(0) + 1, "",
                    "is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw file.refusal(1, "", "is not YAML: " + e.getMessage());
        }
    }

    private JsonNode json(Node node, String pointer, int depth) {
        int line = node.getStartMark().map(Mark::getLine).orElse(0) + 1;
        lines.putIfAbsent(pointer, line);
        if (++values > MAX_VALUES || depth > MAX_DEPTH) {
            throw refusal(line, pointer, values > MAX_VALUES
                    ? "holds more than " + MAX_VALUES + " values, aliases counted as what they repeat"
                    : "is deeper than " + MAX_DEPTH + " levels");
        }
        pointers.count(pointer, line);
        return switch (node) {
            case MappingNode mapping when mapping.getTag().equals(Tag.MAP) -> object(mapping, pointer, depth);
            case SequenceNode sequence when sequence.getTag().equals(Tag.SEQ) -> array(sequence, pointer, depth);
            case ScalarNode scalar -> scalar(scalar, line, pointer);
            default -> throw refusal(line, pointer, "has the tag " + node.getTag().getValue() + ", which is not read");
        };
    }

    private ObjectNode object(MappingNode mapping, String pointer, int depth) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            int line = entry.getKeyNode().getStartMark().map(Mark::getLine).orElse(0) + 1;
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw refusal(line, pointer, "has a key that is no text");
            }
            String child = pointers.child(pointer, key.getValue(), line);
            if (object.has(key.getValue())) {
                throw refusal(line, child, "stands there twice");
            }
            lines.put(child, line);
            object.set(key.getValue(), json(entry.getValueNode(), child, depth + 1));
        }
        return object;
    }

    private ArrayNode array(SequenceNode sequence, String pointer, int depth) {
        ArrayNode array = JSON.arrayNode();
        for (Node element : sequence.getValue()) {
            array.add(json(element, pointer + "/" + array.size(), depth + 1));
        }
        return array;
    }

    private JsonNode scalar(ScalarNode scalar, int line, String pointer) {
        Tag tag = scalar.getTag();
        String text = scalar.getValue();
        if (tag.equals(Tag.STR)) {
            return JSON.stringNode(text);
        } else if (tag.equals(Tag.NULL)) {
            return JSON.nullNode();
        } else if (tag.equals(Tag.BOOL)) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        try {
            if (tag.equals(Tag.INT)) {
                return JSON.numberNode(Long.parseLong(text));
            } else if (tag.equals(Tag.FLOAT)) {
                return JSON.numberNode(Double.parseDouble(text));
            }
        } catch (NumberFormatException e) {
            throw refusal(line, pointer, "'" + text + "' is no decimal number of 64 bits; quote it if it is a text");
        }
        throw refusal(line, pointer, "has the tag " + tag.getValue() + ", which is not read");
    }

    private InvalidCatalog refusal(int line, String pointer, String problem) {
        return new InvalidCatalog(List.of(new CatalogProblem(name, line, pointer, problem)));
    }
}
