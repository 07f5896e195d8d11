package dev.demarc.assessment.ingest.aws;

import dev.demarc.assessment.ingest.IngestContext;
import dev.demarc.assessment.ingest.InvalidField;
import dev.demarc.assessment.ingest.JsonTree;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.SubjectChanged;
import dev.demarc.contracts.event.SubjectDeleted;
import dev.demarc.contracts.subject.SubjectRef;
import dev.demarc.contracts.subject.SubjectState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns one configuration item, in delivery or API form, or the summary of one, into the change that it tells of. */
final class ConfigurationItems {

    private final IngestContext context;
    private final boolean measure;

    /** {@code measure}: the body is large enough for one of its changes to exceed the largest record. */
    ConfigurationItems(IngestContext context, boolean measure) {
        this.context = context;
        this.measure = measure;
    }

    /** The change; {@code stateMissing} says for a summary where its configuration is, and is null for a whole item. */
    Event change(String type, Map<String, @Nullable Object> item, @Nullable String stateMissing, Envelope envelope)
            throws InvalidField {
        boolean deleted = Status.of(item) == Status.DELETED;
        long stateId = stateId(item);
        if (Fields.nameOf(item, "awsAccountId", "accountId") != null) {
            Accounts.of(item, null, envelope);
        }
        Instant capturedAt = Times.captured(item, stateId, context.receivedAt());
        if (deleted) {
            SubjectRef subject = Identity.of(type, item, null, null, envelope);
            return new SubjectDeleted(subject, capturedAt, stateId, context.receivedAt(), context.source());
        }
        Map<String, @Nullable Object> configuration = stateMissing == null ? configuration(item) : null;
        Map<String, @Nullable Object> supplementary = supplementary(item);
        if (configuration != null) {
            NestedJson.decode("configuration", configuration);
            NestedJson.decodeValues("supplementaryConfiguration", supplementary);
        }
        Map<String, String> tags = Tags.of(item, configuration == null ? Map.of() : configuration, supplementary);
        SubjectRef subject = Identity.of(type, item, configuration, tags.get("Name"), envelope);
        SubjectState state = configuration == null ? null : state(type, item, configuration, supplementary);
        SubjectChanged change = new SubjectChanged(subject, capturedAt, stateId, context.receivedAt(), context.source(),
                Times.of(item.get("resourceCreationTime")), tags, state, state != null
                        ? null
                        : stateMissing != null ? stateMissing : "the item carries no configuration");
        return measure ? RecordSize.bounded(change) : change;
    }

    /** javac keeps the nullness of a compact constructor's type arguments out of the class file: the maps may hold nulls. */
    @SuppressWarnings("NullAway")
    private static SubjectState state(String type, Map<String, @Nullable Object> item,
            Map<String, @Nullable Object> configuration, Map<String, @Nullable Object> supplementary)
            throws InvalidField {
        AwsSecrets.REDACTION.redact(type, "configuration", configuration);
        AwsSecrets.REDACTION.redact(type, "supplementaryConfiguration", supplementary);
        return new SubjectState(configuration, supplementary, Relationships.of(item));
    }

    /** Null where the item has none; an object, or a text that holds one. */
    private static @Nullable Map<String, @Nullable Object> configuration(Map<String, @Nullable Object> item)
            throws InvalidField {
        return object(item, "configuration");
    }

    private static Map<String, @Nullable Object> supplementary(Map<String, @Nullable Object> item) throws InvalidField {
        Map<String, @Nullable Object> supplementary = object(item, "supplementaryConfiguration");
        return supplementary == null ? new LinkedHashMap<>() : supplementary;
    }

    private static @Nullable Map<String, @Nullable Object> object(Map<String, @Nullable Object> item, String field)
            throws InvalidField {
        Object value = item.get(field);
        if (value == null || (value instanceof String text && (text.isBlank() || text.equals("null")))) {
            return null;
        }
        Map<String, @Nullable Object> object = value instanceof String text
                ? NestedJson.object(text)
                : JsonTree.object(value);
        if (object == null) {
            throw new InvalidField(field, value, "an object, or a string that holds one", "is not an object");
        }
        return object;
    }

    /** AWS numbers states; where there is no number (items of version 1.0 have a UUID) it is 0, and time alone orders. */
    private static long stateId(Map<String, @Nullable Object> item) throws InvalidField {
        String name = Fields.nameOf(item, "configurationStateId", "configurationStateID", "ConfigurationStateId");
        Object value = name == null ? null : item.get(name);
        return switch (value) {
            case null -> 0;
            case Long number when number >= 0 -> number;
            case String text when !text.isEmpty() && text.length() <= 18
                    && text.chars().allMatch(c -> c >= '0' && c <= '9') ->
                Long.parseLong(text);
            case String text when text.isBlank() || (text.length() == 36 && text.indexOf('-') == 8) -> 0;
            default -> throw new InvalidField("configurationStateId", value, "a number", "is not a number");
        };
    }
}
