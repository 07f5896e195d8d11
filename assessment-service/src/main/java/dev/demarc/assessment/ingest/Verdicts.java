package dev.demarc.assessment.ingest;

import dev.demarc.contracts.event.Event;
import java.util.ArrayList;
import java.util.List;

/** Collects verdicts while a body is read, numbering its entries; one with too many is an {@link UnreadableBody}. */
public final class Verdicts {

    /** Of one body; its answer names each that gave no event. */
    static final int MOST = 100_000;

    private final List<Event> events = new ArrayList<>();
    private final List<Ignored> ignored = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private int next;

    /** The next entry gives an event. */
    public void accept(Event event) {
        next();
        events.add(event);
    }

    /** Adds an event that stands for no entry of its own, such as a completed inventory. */
    public void conclude(Event event) {
        events.add(event);
    }

    /** The next entry tells nothing. */
    public void ignore(String reason) {
        ignored.add(new Ignored(next(), reason));
    }

    /** The next entry can't be used. */
    public void reject(InvalidField invalid) {
        rejected.add(invalid.at(next()));
    }

    private int next() {
        if (next == MOST) {
            throw new UnreadableBody(1, 1, "more than %,d entries; send it in parts".formatted(MOST));
        }
        return next++;
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
