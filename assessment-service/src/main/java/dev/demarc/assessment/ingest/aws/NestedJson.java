package dev.demarc.assessment.ingest.aws;

import dev.demarc.assessment.ingest.InvalidField;
import dev.demarc.assessment.ingest.JsonTree;
import dev.demarc.assessment.ingest.NotJson;
import dev.demarc.assessment.ingest.Redaction;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts JSON that is kept in texts (policies, access control lists, the whole API form) in its place as objects, so that the
 * same resource looks the same in every form. Free texts and secrets stay texts.
 */
final class NestedJson {

    /** How deep a configuration may be nested, decoded texts included; the store takes a hundred levels in all. */
    static final int MAX_DEPTH = 64;

    private static final Set<String> FREE_TEXT = Set.of("description", "Description", "name", "Name", "key", "Key",
            "value", "Value", "comment", "Comment");

    private final String field;

    private NestedJson(String field) {
        this.field = field;
    }

    /** Decodes a configuration in place. */
    static void decode(String field, Map<String, @Nullable Object> tree) throws InvalidField {
        new NestedJson(field).object(tree, 1);
    }

    /** The same for the supplementary configuration, each of whose values is a JSON text in the API form. */
    static void decodeValues(String field, Map<String, @Nullable Object> tree) throws InvalidField {
        for (Map.Entry<String, @Nullable Object> entry : tree.entrySet()) {
            if (entry.getValue() instanceof String text) {
                switch (text) {
                    case "true" -> entry.setValue(true);
                    case "false" -> entry.setValue(false);
                    case "null" -> entry.setValue(null);
                    case String quoted when quoted.length() > 1 && quoted.charAt(0) == '"' -> {
                        Object parsed = parsed(quoted, 1);
                        entry.setValue(parsed == null ? quoted : parsed);
                    }
                    default -> {
                        // decoded below where it is JSON
                    }
                }
            }
        }
        decode(field, tree);
    }

    /** The object that a text holds; null where it holds none. */
    static @Nullable Map<String, @Nullable Object> object(String text) {
        try {
            Object value = JsonTree.parse(text, MAX_DEPTH);
            return value instanceof String again
                    ? JsonTree.object(JsonTree.parse(again, MAX_DEPTH))
                    : JsonTree.object(value);
        } catch (NotJson e) {
            return null;
        }
    }

    private void object(Map<String, @Nullable Object> object, int depth) throws InvalidField {
        within(depth);
        for (Map.Entry<String, @Nullable Object> entry : object.entrySet()) {
            Object value = entry.getValue();
            if (value instanceof String text) {
                value = decoded(entry.getKey(), text, depth);
                if (value != null) {
                    entry.setValue(value);
                }
            }
            container(value, depth + 1);
        }
    }

    private void array(List<@Nullable Object> array, int depth) throws InvalidField {
        within(depth);
        for (int i = 0; i < array.size(); i++) {
            Object value = array.get(i);
            if (value instanceof String text) {
                value = decoded("", text, depth);
                if (value != null) {
                    array.set(i, value);
                }
            }
            container(value, depth + 1);
        }
    }

    private void container(@Nullable Object value, int depth) throws InvalidField {
        Map<String, @Nullable Object> object = JsonTree.object(value);
        if (object != null) {
            object(object, depth);
            return;
        }
        List<@Nullable Object> array = JsonTree.array(value);
        if (array != null) {
            array(array, depth);
        }
    }

    private void within(int depth) throws InvalidField {
        if (depth > MAX_DEPTH) {
            throw new InvalidField(field, null, "at most " + MAX_DEPTH + " levels", "is nested too deep");
        }
    }

    /** What the text holds; null where it is to stay a text. */
    private static @Nullable Object decoded(String key, String text, int depth) {
        if (text.length() < 2) {
            return null;
        }
        boolean json = switch (text.charAt(0)) {
            case '{', '[' -> true;
            case '"' -> text.charAt(1) == '{' || text.charAt(1) == '[';
            case '%' ->
                text.startsWith("%7B") || text.startsWith("%5B") || text.startsWith("%7b") || text.startsWith("%5b");
            default -> false;
        };
        if (!json || FREE_TEXT.contains(key) || Redaction.isSecretName(key)) {
            return null;
        }
        return parsed(text.charAt(0) == '%' ? percentDecoded(text) : text, depth);
    }

    /** Null for what is not JSON, or nested too deep in this place. */
    private static @Nullable Object parsed(String text, int depth) {
        try {
            Object value = JsonTree.parse(text, Math.max(1, MAX_DEPTH - depth));
            if (value instanceof String inner && inner.length() > 1
                    && (inner.charAt(0) == '{' || inner.charAt(0) == '[')) {
                Object again = parsed(inner, depth);
                return again == null ? inner : again;
            }
            return value;
        } catch (NotJson e) {
            return null;
        }
    }

    /** Percent encoding as policies have it: a plus stays a plus. */
    private static String percentDecoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            if (low >= 0) {
                decoded.write(high << 4 | low);
                i += 2;
            } else {
                decoded.write(bytes[i]);
            }
        }
        return decoded.toString(StandardCharsets.UTF_8);
    }
}
