package dev.demarc.assessment.messaging;

import dev.demarc.assessment.application.Events;
import dev.demarc.assessment.model.PendingEvent;
import dev.demarc.platform.events.EventPublisher;
import dev.demarc.platform.events.OutgoingEvent;
import java.util.List;

/** The way to the broker, by the platform's publisher, a few thousand at once. */
public final class PublishedEvents implements Events {

    private static final int AT_ONCE = 2_000;

    private final EventPublisher publisher;

    /** Publishes by this one. */
    public PublishedEvents(EventPublisher publisher) {
        this.publisher = publisher;
    }

    @Override
    public void publish(List<PendingEvent> events) {
        for (int from = 0; from < events.size(); from += AT_ONCE) {
            publisher.publish(events.subList(from, Math.min(events.size(), from + AT_ONCE)).stream()
                    .map(event -> new OutgoingEvent(event.id(), event.time(), event.event())).toList());
        }
    }
}
