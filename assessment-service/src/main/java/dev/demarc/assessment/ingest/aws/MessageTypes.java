package dev.demarc.assessment.ingest.aws;

import dev.demarc.assessment.ingest.InvalidField;
import java.util.Map;

/** The messages of AWS Config and SNS that tell nothing about a resource's configuration, and why. */
final class MessageTypes {

    static final String CHANGE = "ConfigurationItemChangeNotification";

    private static final Map<String, String> TELLING_NOTHING = Map.ofEntries(
            Map.entry("ScheduledNotification", "starts a periodic rule"),
            Map.entry("ComplianceChangeNotification", "is a verdict of AWS Config's own rules"),
            Map.entry("ConfigRulesEvaluationStarted", "says that AWS Config evaluates its own rules"),
            Map.entry("ConfigurationSnapshotDeliveryStarted", "says that a snapshot is being delivered to S3"),
            Map.entry("ConfigurationSnapshotDeliveryCompleted",
                    "says that a snapshot lies in S3; send the snapshot file itself"),
            Map.entry("ConfigurationSnapshotDeliveryFailed", "says that a snapshot could not be delivered to S3"),
            Map.entry("ConfigurationSnapshotAvailable",
                    "says that a snapshot lies in S3; send the snapshot file itself"),
            Map.entry("ConfigurationHistoryDeliveryCompleted", "says that a history file lies in S3"),
            Map.entry("ConfigurationHistoryDeliveryFailed", "says that a history file could not be delivered to S3"),
            Map.entry("ConfigurationHistoryAvailable", "says that a history file lies in S3"),
            Map.entry("ConformancePackComplianceChangeNotification", "is a verdict of AWS Config's own rules"),
            Map.entry("SubscriptionConfirmation",
                    "asks to confirm an SNS subscription; it carries no configuration item"),
            Map.entry("UnsubscribeConfirmation", "confirms the end of an SNS subscription"));

    private MessageTypes() {}

    /** A message without an item: why it is ignored; one that should have carried an item or is unknown is invalid. */
    static String reasonToIgnore(String field, String type) throws InvalidField {
        String reason = TELLING_NOTHING.get(type);
        if (reason != null) {
            return type + " " + reason;
        }
        if (type.equals(CHANGE)) {
            throw new InvalidField("configurationItem", null, "the configuration item", "is missing in a " + CHANGE);
        }
        if (type.startsWith("OversizedConfigurationItemChange")) {
            throw new InvalidField("configurationItemSummary", null, "the summary of the item",
                    "is missing in a " + type);
        }
        throw new InvalidField(field, type, "a message type of AWS Config such as " + CHANGE, "is not known");
    }
}
