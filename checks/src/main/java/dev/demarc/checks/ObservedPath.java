package dev.demarc.checks;

import dev.cel.common.values.NullValue;
import dev.demarc.contracts.gap.ObservedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A declared path, {@code resource.configuration.storageEncrypted}; where it meets a list it goes on in every element. */
record ObservedPath(
        String path,
        List<String> segments) {

    private static final int TEXT = 300;
    private static final int ELEMENTS = 20;
    private static final int DEPTH = 6;
    private static final int VALUES = 200;

    static ObservedPath of(String path) {
        return new ObservedPath(path, List.of(path.split("\\.", -1)));
    }

    /** The value, cut off so that it can be kept and shown; what is cut off is counted and hashed, so that a change of it shows. */
    ObservedValue in(CheckInput input) {
        @Nullable
        Object found = switch (segments.getFirst()) {
            case "resource" -> walk(input.resource(), 1);
            case "related" -> walk(input.related(), 1);
            default -> null;
        };
        return found == null
                ? new ObservedValue(path, null, false)
                : new ObservedValue(path, new Cut().of(found, 0), true);
    }

    /** The value, null where the path is absent; a JSON null is a NullValue here. */
    private @Nullable Object walk(Object value, int from) {
        if (from == segments.size()) {
            return value;
        }
        return switch (value) {
            case Map<?, ?> map -> {
                Object next = map.get(segments.get(from));
                yield next == null ? null : walk(next, from + 1);
            }
            case List<?> list -> walkAll(list, from);
            default -> null;
        };
    }

    private @Nullable Object walkAll(List<?> list, int from) {
        List<Object> found = new ArrayList<>();
        for (Object element : list) {
            @Nullable
            Object value = walk(element, from);
            if (value != null) {
                found.add(value);
            }
        }
        return found.isEmpty() && !list.isEmpty() ? null : found;
    }

    /** Copies a value as plain JSON, up to a number of values in all. */
    private static final class Cut {

        private int left = VALUES;

        @Nullable
        Object of(Object value, int depth) {
            left--;
            return switch (value) {
                case NullValue _ -> null;
                case String text when text.length() > TEXT -> text.substring(0, TEXT) + "… "
                        + rest(text.length() - TEXT, "characters", text.substring(TEXT));
                case Map<?, ?> map when depth >= DEPTH -> rest(map.size(), "fields", map);
                case List<?> list when depth >= DEPTH -> rest(list.size(), "elements", list);
                case Map<?, ?> map -> map(map, depth);
                case List<?> list -> list(list, depth);
                case Boolean flag -> flag;
                case Number number -> number;
                default -> value.toString();
            };
        }

        private List<@Nullable Object> list(List<?> list, int depth) {
            List<@Nullable Object> copy = new ArrayList<>();
            for (int i = 0; i < list.size(); i++) {
                if (i == ELEMENTS || left <= 0) {
                    List<?> others = list.subList(i, list.size());
                    copy.add(rest(others.size(), "elements", others));
                    break;
                }
                copy.add(of(list.get(i), depth + 1));
            }
            return copy;
        }

        private Map<String, @Nullable Object> map(Map<?, ?> map, int depth) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (copy.size() == ELEMENTS || left <= 0) {
                    copy.put("…", rest(map.size() - copy.size(), "fields", map));
                    break;
                }
                copy.put(String.valueOf(entry.getKey()), of(entry.getValue(), depth + 1));
            }
            return copy;
        }

        private static String rest(int count, String what, Object others) {
            return "%d more %s (#%08x)".formatted(count, what, others.toString().hashCode());
        }
    }
}
