package dev.demarc.assessment.messaging;

import dev.demarc.contracts.event.Event;
import dev.demarc.platform.events.EventReader;
import dev.demarc.platform.events.Poison;
import dev.demarc.platform.events.PoisonAt;
import dev.demarc.platform.events.Received;
import java.util.Map;
import java.util.TreeMap;

/** How the batch functions read records and tell poison. */
final class Reading {

    private Reading() {}

    static Event event(Received received) throws PoisonAt {
        try {
            return EventReader.read(received).event();
        } catch (Poison poison) {
            throw new PoisonAt(received.index(), poison.field(), poison.reason(), poison);
        }
    }

    static PoisonAt unexpected(Received received) {
        return new PoisonAt(received.index(), "ce_type",
                "'" + received.headers().get("ce_type") + "' is not handled on topic " + received.topic(), null);
    }

    static void throwFirst(Map<Integer, RuntimeException> poison) throws PoisonAt {
        if (!poison.isEmpty()) {
            Map.Entry<Integer, RuntimeException> first = new TreeMap<>(poison).firstEntry();
            throw new PoisonAt(first.getKey(), "value", "judging it failed: " + first.getValue(), first.getValue());
        }
    }
}
