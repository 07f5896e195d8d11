package dev.demarc.assessment.messaging;

import dev.demarc.assessment.application.ProjectOutcomes;
import dev.demarc.assessment.model.OutcomeProjection.Recorded;
import dev.demarc.contracts.event.OutcomeChanged;
import dev.demarc.platform.events.BatchHandler;
import dev.demarc.platform.events.PoisonAt;
import dev.demarc.platform.events.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes outcome events over into the counts, partition by partition. */
public final class OutcomeViewsHandler implements BatchHandler {

    private final ProjectOutcomes projectOutcomes;

    /** Hands on to this use case. */
    public OutcomeViewsHandler(ProjectOutcomes projectOutcomes) {
        this.projectOutcomes = projectOutcomes;
    }

    @Override
    public void handle(List<Received> records) throws PoisonAt {
        Map<Integer, List<Recorded>> byPartition = new TreeMap<>();
        for (Received received : records) {
            if (!(Reading.event(received) instanceof OutcomeChanged event)) {
                throw Reading.unexpected(received);
            }
            byPartition.computeIfAbsent(received.partition(), key -> new ArrayList<>())
                    .add(new Recorded(received.offset(), event));
        }
        byPartition.forEach(projectOutcomes::project);
    }
}
