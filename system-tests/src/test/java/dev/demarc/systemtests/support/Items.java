package dev.demarc.systemtests.support;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** AWS Config items of our own, and the forms in which AWS delivers them. */
public final class Items {

    private static final String ACCOUNT = "246813579024";

    private Items() {}

    /** The item of this file, in delivery form, as if it were in this account. */
    public static ObjectNode item(String name, String account) {
        String text = Json.text(Json.resource("items/" + name + ".json"));
        return (ObjectNode) Json.parse(text.replace(ACCOUNT, account));
    }

    /**
     * A bucket with all that the checks ask for but a key of its own, and versioning only where it is switched on:
     * thus with one gap or two.
     */
    public static ObjectNode archive(String account, String name, Instant captured, boolean versioning) {
        String text = Json.text(item("archive", account)).replace("NAME", name)
                .replace("VERSIONING", versioning ? "Enabled" : "Off");
        ObjectNode item = (ObjectNode) Json.parse(text);
        return item.put("configurationItemCaptureTime", captured.toString())
                .put("configurationStateId", captured.toEpochMilli());
    }

    /** A change notification, which most other forms wrap. */
    private static Map<String, Object> notification(JsonNode item) {
        return Map.of("messageType", "ConfigurationItemChangeNotification", "configurationItem", item,
                "notificationCreationTime", "2026-03-02T08:16:00.000Z", "recordVersion", "1.3");
    }

    /** As EventBridge delivers it. */
    public static String eventBridge(JsonNode item) {
        return Json.text(Map.of("version", "0", "id", "0f8ad5b0-7f1c-4a0b-9a53-1f2d0c1b2a39", "source", "aws.config",
                "detail-type", "Config Configuration Item Change", "account", Json.text(item, "awsAccountId"),
                "time", "2026-03-02T08:16:00Z", "region", "eu-west-3", "resources", List.of(), "detail",
                notification(item)));
    }

    /** As SNS delivers it: the notification in a string. */
    public static String sns(JsonNode item) {
        return Json.text(Map.of("Type", "Notification", "MessageId", "3f5f2b1e-2a4d-5d0d-8f53-7f6b1e0a9c11",
                "TopicArn", "arn:aws:sns:eu-west-3:246813579024:config", "Message", Json.text(notification(item)),
                "Timestamp", "2026-03-02T08:16:01.000Z"));
    }

    /** As a Lambda function of a rule is called. */
    public static String invokingEvent(JsonNode item) {
        return Json.text(Map.of("invokingEvent", Json.text(notification(item)), "ruleParameters", "{}",
                "resultToken", "t", "eventLeftScope", false, "accountId", Json.text(item, "awsAccountId"),
                "configRuleName", "any"));
    }

    /** As the API's history answers: other names, JSON in strings, seconds for dates. */
    public static String history(JsonNode item) {
        ObjectNode api = Json.object();
        item.properties().forEach(field -> api.set(field.getKey(), field.getValue()));
        api.put("accountId", Json.text(item, "awsAccountId")).put("arn", Json.text(item, "ARN"))
                .put("configurationStateId", item.path("configurationStateId").asString())
                .put("configuration", Json.text(item.path("configuration")))
                .put("configurationItemCaptureTime",
                        Instant.parse(Json.text(item, "configurationItemCaptureTime")).getEpochSecond());
        api.remove(Set.of("awsAccountId", "ARN"));
        return Json.text(Map.of("configurationItems", List.of(api)));
    }
}
