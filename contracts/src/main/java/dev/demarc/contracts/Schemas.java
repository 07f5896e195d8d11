package dev.demarc.contracts;

import dev.demarc.contracts.event.EventType;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The JSON Schemas (2020-12); they refer to each other by ids below {@link #BASE}. */
public final class Schemas {

    /** What each id begins with; it is a name, not an address to fetch from. */
    public static final String BASE = "https://demarc.dev/contracts/";

    private Schemas() {}

    /** The id of an event's schema. */
    public static String id(EventType type) {
        return BASE + file(type);
    }

    /** An event's schema as a tree of its own. */
    public static JsonNode json(EventType type) {
        return ContractJson.mapper().readTree(Resources.bytes(file(type)));
    }

    /**
     * The JSON text of a schema (or the API) by its id: what a validator's loader asks for. It is null for a foreign id;
     * one below {@link #BASE} that nothing has throws {@link IllegalArgumentException}, so that no loader looks for it
     * elsewhere.
     */
    public static @Nullable String text(String id) {
        if (!id.startsWith(BASE)) {
            return null;
        }
        if (id.equals(OpenApi.ID)) {
            return OpenApi.document().toString();
        }
        String file = id.substring(BASE.length());
        if (!file.matches("schemas/[a-z.-]+\\.json") || !Resources.exists(file)) {
            throw new IllegalArgumentException("the contracts have no schema " + id);
        }
        return new String(Resources.bytes(file), StandardCharsets.UTF_8);
    }

    private static String file(EventType type) {
        return "schemas/" + type.shortName() + ".json";
    }
}
