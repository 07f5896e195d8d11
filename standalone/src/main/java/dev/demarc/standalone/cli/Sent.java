package dev.demarc.standalone.cli;

import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What became of one file.
 *
 * @param error why it was not sent or not read; null where it was
 */
record Sent(String file, String state, int accepted, List<JsonNode> ignored, List<JsonNode> rejected,
        @Nullable String error) {

    /** It was read; its items have their verdicts. */
    static final String SENT = "sent";
    /** It can't be read, here or there. */
    static final String UNREADABLE = "unreadable";
    /** Demarc could not take it. */
    static final String FAILED = "failed";

    static Sent of(String file, JsonNode result) {
        return new Sent(file, SENT, result.path("accepted").asInt(0), list(result.path("ignored")),
                list(result.path("rejected")), null);
    }

    static Sent failed(String file, String state, Exception why) {
        return new Sent(file, state, 0, List.of(), List.of(), why.getMessage());
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
