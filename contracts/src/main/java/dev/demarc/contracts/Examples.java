package dev.demarc.contracts;

import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventType;
import tools.jackson.databind.JsonNode;

/** The golden example of each event: what a producer's test must give and a consumer's test reads. */
public final class Examples {

    private Examples() {}

    /** The example as it would stand in a record's value. */
    public static byte[] bytes(EventType type) {
        return Resources.bytes("examples/" + type.shortName() + ".json");
    }

    /** The example as a tree of its own. */
    public static JsonNode json(EventType type) {
        return ContractJson.mapper().readTree(bytes(type));
    }

    /** The example as its record. */
    public static Event event(EventType type) {
        return ContractJson.mapper().readValue(bytes(type), type.record());
    }
}
