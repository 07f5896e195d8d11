package dev.demarc.catalog.authoring;

import dev.demarc.contracts.ContractJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The paths that recorded configuration items have, by type; JSON in strings is taken apart, as ingestion does. */
final class RealItems {

    private final Map<String, Set<String>> paths = new HashMap<>();

    private RealItems() {}

    /** Every item in every JSON file below a folder, in whatever it is wrapped. */
    static RealItems below(Path directory) {
        RealItems items = new RealItems();
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> json = files.filter(file -> file.toString().endsWith(".json")
                    && !file.toString().endsWith(".properties.json")).toList();
            for (Path file : json) {
                items.find(decoded(Files.readString(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return items;
    }

    Set<String> paths(String type) {
        return paths.getOrDefault(type, Set.of());
    }

    private void find(JsonNode node) {
        JsonNode decoded = decoded(node);
        if (decoded.has("resourceType") && decoded.has("configuration")) {
            Set<String> of = paths.computeIfAbsent(decoded.get("resourceType").asString(), _ -> new TreeSet<>());
            add(of, "configuration", decoded.get("configuration"));
            add(of, "supplementaryConfiguration", decoded.path("supplementaryConfiguration"));
        }
        decoded.forEach(this::find);
    }

    private static void add(Set<String> paths, String path, JsonNode node) {
        paths.add(path);
        JsonNode decoded = decoded(node);
        decoded.propertyStream().forEach(field -> add(paths, path + "." + field.getKey(), field.getValue()));
        if (decoded.isArray()) {
            decoded.forEach(element -> add(paths, path, element));
        }
    }

    private static JsonNode decoded(JsonNode node) {
        return node.isString() ? decoded(node.asString()) : node;
    }

    private static JsonNode decoded(String text) {
        String json = text.startsWith("%7B") ? URLDecoder.decode(text, StandardCharsets.UTF_8) : text.strip();
        try {
            JsonNode tree = json.startsWith("{") || json.startsWith("[") || json.startsWith("\"")
                    ? ContractJson.mapper().readTree(json)
                    : ContractJson.mapper().nullNode();
            return tree.isString() ? decoded(tree.asString()) : tree;
        } catch (JacksonException _) {
            return ContractJson.mapper().nullNode();
        }
    }
}
