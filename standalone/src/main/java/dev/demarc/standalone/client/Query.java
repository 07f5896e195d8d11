package dev.demarc.standalone.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The query of a request; what is absent or empty is left out. */
public final class Query {

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Replaces what this name had; a blank one takes it away. */
    public Query with(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
        return this;
    }

    /** One of these. */
    public Query with(String name, Collection<String> anyOf) {
        return with(name, String.join(",", anyOf));
    }

    /** With a question mark; empty where nothing is asked. */
    public String text() {
        return values.isEmpty()
                ? ""
                : values.entrySet().stream().map(each -> each.getKey() + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** For a part of a path or a value. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
