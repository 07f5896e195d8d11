package dev.demarc.standalone.demo;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * One webhook that was received.
 *
 * @param inbox whose it is
 * @param refusal why its signature does not hold; empty where it does
 */
record Delivery(String inbox, String id, String refusal, Instant at, JsonNode message) {

    boolean verified() {
        return refusal.isEmpty();
    }

    String type() {
        return message.path("type").asString("");
    }

    /** The check of the gap that it tells of; empty where there is none. */
    String check() {
        return data().path("gap").path("check").asString("");
    }

    JsonNode data() {
        return message.path("data");
    }
}
