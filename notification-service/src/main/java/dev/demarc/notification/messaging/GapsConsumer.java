package dev.demarc.notification.messaging;

import dev.demarc.contracts.event.GapEvent;
import dev.demarc.notification.application.ReceivingGaps;
import dev.demarc.notification.model.PlacedEvent;
import dev.demarc.platform.events.BatchHandler;
import dev.demarc.platform.events.EventReader;
import dev.demarc.platform.events.Poison;
import dev.demarc.platform.events.PoisonAt;
import dev.demarc.platform.events.Received;
import dev.demarc.platform.mongo.Await;
import java.util.ArrayList;
import java.util.List;

/** Reads a batch of gap events and has them processed; returns when everything is stored. */
public final class GapsConsumer implements BatchHandler {

    private final ReceivingGaps receiving;

    /** Hands on to the use case. */
    public GapsConsumer(ReceivingGaps receiving) {
        this.receiving = receiving;
    }

    @Override
    public void handle(List<Received> records) throws PoisonAt {
        List<PlacedEvent> events = new ArrayList<>(records.size());
        for (Received received : records) {
            events.add(new PlacedEvent(read(received), received.partition(), received.offset()));
        }
        Await.none(receiving.receive(events));
    }

    private static GapEvent read(Received received) throws PoisonAt {
        try {
            if (EventReader.read(received).event() instanceof GapEvent event) {
                return event;
            }
            throw new Poison("ce_type", "expected gap.opened, gap.changed or gap.resolved", null);
        } catch (Poison poison) {
            throw poison.at(received.index());
        }
    }
}
