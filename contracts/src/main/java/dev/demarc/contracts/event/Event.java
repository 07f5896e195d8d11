package dev.demarc.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** Everything that goes over a topic; each has a JSON Schema and a golden example beside it. */
public sealed interface Event permits ServiceModelPublished, ServiceModelRetired, CatalogPublicationCompleted,
        SubjectChanged, SubjectDeleted, InventoryCompleted, ContextChanged, ReassessmentAsked, GapEvent,
        OutcomeChanged {

    /** The record key: events with the same key stay in order, and compaction keeps the last. */
    @JsonIgnore
    String key();
}
