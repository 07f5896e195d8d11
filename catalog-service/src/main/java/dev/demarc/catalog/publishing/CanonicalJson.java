package dev.demarc.catalog.publishing;

import dev.demarc.contracts.ContractJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON in one form only: fields sorted, no blanks, no nulls, no empty lists and maps, so that a field which a later release adds changes no digest. */
final class CanonicalJson {

    private CanonicalJson() {}

    /** The SHA-256 of a record's canonical JSON, in hex. */
    static String digest(Object record) {
        JsonNode tree = canonical(ContractJson.mapper().valueToTree(record));
        byte[] bytes = ContractJson.mapper().writeValueAsString(tree).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static JsonNode canonical(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode sorted = JsonNodeFactory.instance.objectNode();
                object.propertyNames().stream().sorted().forEach(name -> {
                    JsonNode inner = canonical(object.get(name));
                    if (!inner.isNull() && !(inner.isContainer() && inner.isEmpty())) {
                        sorted.set(name, inner);
                    }
                });
                yield sorted;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(element -> copy.add(canonical(element)));
                yield copy;
            }
            default -> node;
        };
    }
}
