package dev.demarc.assessment.messaging;

import dev.demarc.assessment.application.Events;
import dev.demarc.assessment.application.Run;
import dev.demarc.assessment.application.RunStore;
import dev.demarc.assessment.application.Snapshots;
import dev.demarc.assessment.model.PendingEvent;
import dev.demarc.contracts.event.ContextChanged;
import dev.demarc.contracts.event.ReassessmentAsked;
import dev.demarc.contracts.gap.Origin;
import dev.demarc.platform.events.BatchHandler;
import dev.demarc.platform.events.PoisonAt;
import dev.demarc.platform.events.Received;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Starts the re-assessment of those whom an edited team, workload or account concerns; one instance of all does it. */
public final class ContextEditsHandler implements BatchHandler {

    private final RunStore runs;
    private final Events events;
    private final Snapshots snapshots;
    private final Clock clock;

    /** Works on these ports. */
    public ContextEditsHandler(RunStore runs, Events events, Snapshots snapshots, Clock clock) {
        this.runs = runs;
        this.events = events;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    @Override
    public void handle(List<Received> records) throws PoisonAt {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<PendingEvent> asks = new ArrayList<>();
        ContextChanged last = null;
        for (Received received : records) {
            if (!(Reading.event(received) instanceof ContextChanged edit)) {
                throw Reading.unexpected(received);
            }
            if (edit.account() != null) {
                asks.add(new PendingEvent(edit.id() + ".context." + edit.revision(), now,
                        new ReassessmentAsked(edit.id(),
                                Origin.CONTEXT, null, null, edit.revision(), catalogRevision(), now)));
            }
            last = last == null || edit.revision() > last.revision() ? edit : last;
        }
        events.publish(asks);
        if (last != null) {
            runs.insertIfAbsent(Run.ofContext(last.kind() + ' ' + last.id() + " edited", last.revision(), now));
        }
    }

    private long catalogRevision() {
        var models = snapshots.models();
        return models == null ? 0 : models.revision();
    }
}
