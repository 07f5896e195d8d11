package dev.demarc.assessment.ingest.aws;

import dev.demarc.assessment.ingest.Redaction;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** EventBridge events as they are delivered, and as entries that were put. */
final class EventBridge {

    private static final List<String> TELLING = List.of("configurationItem", "configurationItemSummary", "messageType",
            "resourceType");

    private EventBridge() {}

    /** An event has a type and a detail. */
    static boolean recognises(Map<String, @Nullable Object> object) {
        return (object.get("detail") != null && object.get("detail-type") != null)
                || (object.get("Detail") != null && object.get("DetailType") != null);
    }

    /** Events of other services come along when a rule is wide; null for what may carry an item. */
    static @Nullable String reasonToIgnore(Map<String, @Nullable Object> event,
            @Nullable Map<String, @Nullable Object> detail) {
        if (detail == null || TELLING.stream().anyMatch(detail::containsKey)) {
            return null;
        }
        Object source = Fields.nameOf(event, "source") != null ? event.get("source") : event.get("Source");
        Object type = event.get("detail-type") != null ? event.get("detail-type") : event.get("DetailType");
        return "aws.config".equals(source)
                ? null
                : "EventBridge event '" + Redaction.shown("detail-type", type) + "' of '"
                        + Redaction.shown("source", source) + "' carries no configuration item";
    }
}
