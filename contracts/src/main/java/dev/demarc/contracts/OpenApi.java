package dev.demarc.contracts;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The HTTP API as {@code openapi.yaml} has it, for tests that hold the services to it. */
public final class OpenApi {

    /** The document's id, against which its relative references are resolved. */
    public static final String ID = Schemas.BASE + "openapi.yaml";

    private static final class Holder {
        static final JsonNode DOCUMENT = read();
    }

    private OpenApi() {}

    /** The whole document as a tree of its own. */
    public static JsonNode document() {
        return Holder.DOCUMENT.deepCopy();
    }

    /** The operations of one service, {@code GET /api/gaps/{id}}; the tags are the services' short names. */
    public static SortedSet<String> operations(String tag) {
        SortedSet<String> names = new TreeSet<>();
        operations().forEach((name, operation) -> {
            if (operation.path("tags").path(0).asString("").equals(tag)) {
                names.add(name);
            }
        });
        return names;
    }

    /**
     * The id of the schema to which an operation's answer with this status must keep; statuses that the operation
     * does not name fall to its default. An unknown operation, or an answer without a body, throws
     * {@link IllegalArgumentException}.
     */
    public static String responseSchema(String operation, int status) {
        JsonNode responses = operations().getOrDefault(operation, MissingNode.getInstance()).path("responses");
        String named = responses.has(Integer.toString(status)) ? Integer.toString(status) : "default";
        JsonNode response = responses.path(named);
        String ref = response.path("$ref").asString("");
        String pointer = ref.isEmpty() ? pointer(operation) + "/responses/" + named : ref.substring(1);
        JsonNode content = Holder.DOCUMENT.at(pointer).path("content");
        if (content.isEmpty()) {
            throw new IllegalArgumentException(operation + " answers " + status + " without a body or not at all");
        }
        return ID + "#" + pointer + "/content/" + escape(content.propertyNames().iterator().next()) + "/schema";
    }

    /** All operations by method and path, in the order of their names. */
    static SortedMap<String, JsonNode> operations() {
        SortedMap<String, JsonNode> all = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path : Holder.DOCUMENT.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (!method.getKey().equals("parameters")) {
                    all.put(method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue());
                }
            }
        }
        return all;
    }

    private static String pointer(String operation) {
        int space = operation.indexOf(' ');
        return "/paths/" + escape(operation.substring(space + 1)) + "/"
                + operation.substring(0, space).toLowerCase(Locale.ROOT);
    }

    private static String escape(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }

    private static JsonNode read() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(200);
        options.setAllowDuplicateKeys(false);
        Object tree = new Yaml(new SafeConstructor(options))
                .load(new String(Resources.bytes("openapi.yaml"), StandardCharsets.UTF_8));
        return ContractJson.mapper().valueToTree(tree);
    }
}
