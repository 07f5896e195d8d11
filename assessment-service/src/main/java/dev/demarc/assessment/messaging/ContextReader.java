package dev.demarc.assessment.messaging;

import dev.demarc.assessment.application.Snapshots;
import dev.demarc.contracts.event.ContextChanged;
import dev.demarc.platform.events.CompactedTopicHandler;
import dev.demarc.platform.events.EventReader;
import dev.demarc.platform.events.Poison;
import dev.demarc.platform.events.Received;

/** Feeds this instance's view of teams, workloads and accounts. */
public final class ContextReader implements CompactedTopicHandler {

    private final Snapshots snapshots;

    /** Feeds these snapshots. */
    public ContextReader(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public void put(Received received) throws Poison {
        if (EventReader.read(received).event() instanceof ContextChanged edit) {
            snapshots.context(context -> context.with(edit));
        }
    }

    @Override
    public void removed(String key) {
        // a deleted item is published as an edit without the item, which is kept
    }
}
