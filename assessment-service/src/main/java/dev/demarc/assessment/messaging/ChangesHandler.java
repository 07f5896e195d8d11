package dev.demarc.assessment.messaging;

import dev.demarc.assessment.application.AssessSubjects;
import dev.demarc.assessment.application.EditContext;
import dev.demarc.assessment.application.Heard;
import dev.demarc.assessment.application.SubjectInput;
import dev.demarc.contracts.event.InventoryCompleted;
import dev.demarc.contracts.event.SubjectChanged;
import dev.demarc.contracts.event.SubjectDeleted;
import dev.demarc.contracts.subject.SubjectRef;
import dev.demarc.platform.events.BatchHandler;
import dev.demarc.platform.events.PoisonAt;
import dev.demarc.platform.events.Received;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Takes changes of subjects in, batch by batch. */
public final class ChangesHandler implements BatchHandler {

    private final AssessSubjects assess;
    private final EditContext context;
    private final Heard heard;
    private final Clock clock;
    private final Counter taken;
    private final Counter ignored;

    /** Hands on to these use cases, and counts. */
    public ChangesHandler(AssessSubjects assess, EditContext context, Heard heard, Clock clock, MeterRegistry meters) {
        this.assess = assess;
        this.context = context;
        this.heard = heard;
        this.clock = clock;
        this.taken = Counter.builder("demarc.changes.taken").description("Changes of subjects that were read")
                .register(meters);
        this.ignored = Counter.builder("demarc.changes.ignored").description("Changes that were older than or equal "
                + "to what is known").register(meters);
    }

    @Override
    public void handle(List<Received> records) throws PoisonAt {
        List<SubjectInput> inputs = new ArrayList<>(records.size());
        List<InventoryCompleted> inventories = new ArrayList<>();
        List<SubjectRef> refs = new ArrayList<>(records.size());
        for (Received received : records) {
            switch (Reading.event(received)) {
                case SubjectChanged change -> {
                    inputs.add(new SubjectInput.Changed(received.index(), change));
                    refs.add(change.subject());
                    heard.note(change.subject(), change.source(), change.receivedAt());
                }
                case SubjectDeleted deletion -> {
                    inputs.add(new SubjectInput.Deleted(received.index(), deletion));
                    refs.add(deletion.subject());
                    heard.note(deletion.subject(), deletion.source(), deletion.receivedAt());
                }
                case InventoryCompleted inventory -> {
                    inventories.add(inventory);
                    refs.add(inventory.subject());
                    heard.note(inventory.subject(), inventory.source(), inventory.receivedAt());
                }
                default -> throw Reading.unexpected(received);
            }
        }
        context.heardOf(refs, clock.instant());
        AssessSubjects.Report report = assess.process(inputs);
        Reading.throwFirst(report.poison());
        inventories.forEach(inventory -> context.turnLive(inventory.subject().id(), inventory.receivedAt()));
        heard.write();
        taken.increment(records.size());
        ignored.increment(report.ignored());
    }
}
