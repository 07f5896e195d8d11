package dev.demarc.assessment.ingest.aws;

import dev.demarc.assessment.ingest.IngestContext;
import dev.demarc.assessment.ingest.InvalidField;
import dev.demarc.assessment.ingest.JsonTree;
import dev.demarc.assessment.ingest.NotJson;
import dev.demarc.assessment.ingest.Verdicts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Unfolds what is wrapped around configuration items until each of them, and whatever is none, has its verdict. */
final class Messages {

    private static final int DEEPEST = 12;
    private static final String AN_ITEM = "a configuration item, or a message that carries one";
    /** Wrappers with items or messages in a list. */
    private static final List<String> LISTS = List.of("configurationItems", "baseConfigurationItems", "Messages",
            "Records",
            "Entries");
    /** Wrappers of SNS, SQS and recorders around one message; the first that is there is unfolded. */
    private static final List<String> WRAPPERS = List.of("configurationItem", "ConfigurationItem", "invokingEvent",
            "Message", "Sns", "Body", "body", "data");

    private final ConfigurationItems items;
    private final Snapshots snapshots;
    private final Verdicts verdicts;

    Messages(ConfigurationItems items, IngestContext context, Verdicts verdicts) {
        this.items = items;
        this.snapshots = new Snapshots(context, verdicts);
        this.verdicts = verdicts;
    }

    /** Gives every entry in a value its verdict; {@code field} is where the value was found. */
    void read(String field, @Nullable Object value, Envelope envelope) {
        try {
            if (envelope.depth() > DEEPEST) {
                throw new InvalidField(field, null, AN_ITEM, "is wrapped in more than " + DEEPEST + " messages");
            }
            Map<String, @Nullable Object> object = JsonTree.object(value);
            List<@Nullable Object> list = JsonTree.array(value);
            if (object != null) {
                object(object, envelope);
            } else if (list != null) {
                list(field, list, envelope.deeper());
            } else if (value instanceof String text) {
                read(field, parsed(field, text), envelope.deeper());
            } else {
                throw new InvalidField(field, value, AN_ITEM,
                        value == null ? "is null" : "is neither an object nor an array");
            }
        } catch (InvalidField invalid) {
            verdicts.reject(invalid);
        }
    }

    private void object(Map<String, @Nullable Object> object, Envelope envelope) throws InvalidField {
        String type = Fields.text(object, 200, "messageType");
        if (type == null && (object.get("resourceType") != null || envelope.queryRow())) {
            item(object, envelope);
            return;
        }
        if (object.get("configurationItemSummary") != null) {
            summary(object, envelope);
            return;
        }
        if (EventBridge.recognises(object)) {
            eventBridge(object, envelope);
            return;
        }
        if (object.get("Results") != null) {
            list("Results", needList(object, "Results"), envelope.ofQuery());
            return;
        }
        for (String name : LISTS) {
            if (object.get(name) != null) {
                snapshots.around(object, () -> list(name, needList(object, name), envelope.deeper()));
                return;
            }
        }
        String name = Fields.nameOf(object, "configurationItem", "ConfigurationItem");
        if (name == null && type == null && object.get("Type") instanceof String sns && !sns.equals("Notification")) {
            verdicts.ignore(MessageTypes.reasonToIgnore("Type", sns));
            return;
        }
        if (name == null && type != null) {
            verdicts.ignore(MessageTypes.reasonToIgnore("messageType", type));
            return;
        }
        for (String wrapper : WRAPPERS) {
            if (object.get(wrapper) != null) {
                read(wrapper, object.get(wrapper), envelope.from(object.get("accountId"), null));
                return;
            }
        }
        throw NotAnItem.because(object);
    }

    private void item(Map<String, @Nullable Object> item, Envelope envelope) throws InvalidField {
        if (envelope.queryRow()) {
            QueryRows.check(item);
        }
        NotAnItem.check(item);
        String type = ResourceTypes.of(item.get("resourceType"));
        if (ResourceTypes.verdict(type)) {
            verdicts.ignore(type + " is a verdict of AWS Config's own rules, not a configuration");
        } else if (Status.of(item) == Status.NOT_RECORDED) {
            verdicts.ignore(
                    "ResourceNotRecorded: AWS Config does not record this resource, so the item tells nothing of it");
        } else {
            verdicts.accept(items.change(type, item, null, envelope));
        }
    }

    private void summary(Map<String, @Nullable Object> message, Envelope envelope) throws InvalidField {
        Map<String, @Nullable Object> summary = JsonTree.object(message.get("configurationItemSummary"));
        if (summary == null) {
            throw new InvalidField("configurationItemSummary", message.get("configurationItemSummary"), "an object",
                    "is not an object");
        }
        verdicts.accept(
                items.change(ResourceTypes.of(summary.get("resourceType")), summary, Oversized.whereItLies(message),
                        envelope));
    }

    private void eventBridge(Map<String, @Nullable Object> event, Envelope envelope) throws InvalidField {
        String name = event.get("detail") != null ? "detail" : "Detail";
        Object detail = event.get(name) instanceof String text ? parsed(name, text) : event.get(name);
        String reason = EventBridge.reasonToIgnore(event, JsonTree.object(detail));
        if (reason != null) {
            verdicts.ignore(reason);
        } else {
            read(name, detail, envelope.from(event.get("account"), event.get("region")));
        }
    }

    private void list(String field, List<@Nullable Object> list, Envelope envelope) {
        if (list.isEmpty()) {
            verdicts.ignore(field.equals("entry") ? "the array is empty" : field + " is empty");
        }
        for (Object element : list) {
            read(field, element, envelope);
        }
    }

    private static List<@Nullable Object> needList(Map<String, @Nullable Object> object, String name)
            throws InvalidField {
        List<@Nullable Object> list = JsonTree.array(object.get(name));
        if (list == null) {
            throw new InvalidField(name, object.get(name), "an array", "is not an array");
        }
        return list;
    }

    private static @Nullable Object parsed(String field, String text) throws InvalidField {
        try {
            return JsonTree.parse(text, JsonTree.MAX_DEPTH);
        } catch (NotJson e) {
            throw new InvalidField(field, text, AN_ITEM + " as JSON", "is not JSON: " + e.getMessage());
        }
    }
}
