package dev.demarc.assessment.ingest;

import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.InventoryCompleted;
import java.util.List;

/** A verdict on every entry of a body: events in input order, and what became of the entries that gave none. */
public record IngestResult(List<Event> events, List<Ignored> ignored, List<Rejected> rejected) {

    /** Copies the lists. */
    public IngestResult {
        events = List.copyOf(events);
        ignored = List.copyOf(ignored);
        rejected = List.copyOf(rejected);
    }

    /** How many entries gave an event; completed inventories are not entries. */
    public int accepted() {
        return (int) events.stream().filter(event -> !(event instanceof InventoryCompleted)).count();
    }

    /** How many entries the body held: accepted, ignored and rejected. */
    public int entries() {
        return accepted() + ignored.size() + rejected.size();
    }
}
