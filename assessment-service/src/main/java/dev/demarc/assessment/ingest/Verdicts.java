package dev.demarc.assessment.ingest;

import dev.demarc.contracts.event.Event;
import java.util.ArrayList;
import java.util.List;

/** Collects verdicts while a body is read, numbering its entries; used by one thread. */
public final class Verdicts {

    private final List<Event> events = new ArrayList<>();
    private final List<Ignored> ignored = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private int next;

    /** The next entry gives an event. */
    public void accept(Event event) {
        events.add(event);
        next++;
    }

    /** Adds an event that stands for no entry of its own, such as a completed inventory. */
    public void conclude(Event event) {
        events.add(event);
    }

    /** The next entry tells nothing. */
    public void ignore(String reason) {
        ignored.add(new Ignored(next++, reason));
    }

    /** The next entry can't be used. */
    public void reject(InvalidField invalid) {
        rejected.add(invalid.at(next++));
    }

    /** How many events there are so far. */
    public int events() {
        return events.size();
    }

    /** The events from a position on, in order; valid until the next verdict. */
    public List<Event> eventsFrom(int position) {
        return events.subList(position, events.size());
    }

    /** How many entries were rejected so far. */
    public int rejections() {
        return rejected.size();
    }

    /** How many entries were ignored so far. */
    public int ignorings() {
        return ignored.size();
    }

    /** What was collected. */
    public IngestResult result() {
        return new IngestResult(events, ignored, rejected);
    }
}
