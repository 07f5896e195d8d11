package dev.demarc.assessment.application;

import dev.demarc.assessment.model.PendingEvent;
import java.util.List;

/** The way to the broker: returns when it has all of them, in this order, and throws otherwise. */
@FunctionalInterface
public interface Events {

    /** Publishes; an empty list is nothing to do. */
    void publish(List<PendingEvent> events);
}
