package dev.demarc.contracts.event;

import dev.demarc.contracts.Topic;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types of events: the CloudEvents {@code type}, the record and the topic. */
public enum EventType {
    /** A version of a service model is out. */
    SERVICE_MODEL_PUBLISHED("service-model.published", ServiceModelPublished.class, Topic.SERVICE_MODELS),
    /** A service model is no longer in force. */
    SERVICE_MODEL_RETIRED("service-model.retired", ServiceModelRetired.class, Topic.SERVICE_MODELS),
    /** What the catalog sent so far belongs together. */
    CATALOG_PUBLICATION_COMPLETED("catalog.publication-completed", CatalogPublicationCompleted.class,
            Topic.SERVICE_MODELS),
    /** A subject was created or updated. */
    SUBJECT_CHANGED("subject.changed", SubjectChanged.class, Topic.CHANGES),
    /** A subject is gone. */
    SUBJECT_DELETED("subject.deleted", SubjectDeleted.class, Topic.CHANGES),
    /** A complete inventory of an account was received. */
    INVENTORY_COMPLETED("inventory.completed", InventoryCompleted.class, Topic.CHANGES),
    /** A team, workload or account was edited. */
    CONTEXT_CHANGED("context.changed", ContextChanged.class, Topic.CONTEXT),
    /** A subject is to be judged again. */
    REASSESSMENT_ASKED("reassessment.asked", ReassessmentAsked.class, Topic.REASSESS),
    /** A gap is there. */
    GAP_OPENED("gap.opened", GapOpened.class, Topic.GAPS),
    /** A gap is another than before. */
    GAP_CHANGED("gap.changed", GapChanged.class, Topic.GAPS),
    /** A gap is no longer there. */
    GAP_RESOLVED("gap.resolved", GapResolved.class, Topic.GAPS),
    /** Outcomes of a subject are others than before. */
    OUTCOME_CHANGED("outcome.changed", OutcomeChanged.class, Topic.OUTCOMES);

    private static final Map<String, EventType> BY_NAME = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(EventType::type, Function.identity()));
    private static final Map<Class<?>, EventType> BY_RECORD = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(EventType::record, Function.identity()));

    private final String shortName;
    private final Class<? extends Event> record;
    private final Topic topic;

    EventType(String shortName, Class<? extends Event> record, Topic topic) {
        this.shortName = shortName;
        this.record = record;
        this.topic = topic;
    }

    /** The CloudEvents type, {@code dev.demarc.gap.opened}. */
    public String type() {
        return "dev.demarc." + shortName;
    }

    /** The name of schema and golden example: {@code schemas/gap.opened.json}, {@code examples/gap.opened.json}. */
    public String shortName() {
        return shortName;
    }

    /** The record that the data is read into. */
    public Class<? extends Event> record() {
        return record;
    }

    /** The topic that the events of this type go over. */
    public Topic topic() {
        return topic;
    }

    /** The type by its CloudEvents name; empty for one that this version does not know. */
    public static Optional<EventType> named(String type) {
        return Optional.ofNullable(BY_NAME.get(type));
    }

    /** The type of an event. */
    public static EventType of(Event event) {
        EventType type = BY_RECORD.get(event.getClass());
        if (type == null) {
            throw new IllegalStateException("no event type for " + event.getClass());
        }
        return type;
    }
}
