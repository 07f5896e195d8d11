package dev.demarc.contracts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Unmodifiable copies for the records' constructors; absent collections become empty ones. */
public final class Copies {

    private Copies() {}

    /** A copy in the same order. */
    public static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** A copy in the same order. */
    public static <K, V> Map<K, V> map(@Nullable Map<K, V> map) {
        return map == null || map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** A view, since a JSON tree is large and may hold nulls; whoever made it does not change it any more. */
    public static Map<String, @Nullable Object> json(@Nullable Map<String, @Nullable Object> tree) {
        return tree == null ? Map.of() : Collections.unmodifiableMap(tree);
    }
}
