package dev.demarc.assessment.messaging;

import dev.demarc.assessment.application.ProjectGaps;
import dev.demarc.assessment.model.GapProjection.Recorded;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.platform.events.BatchHandler;
import dev.demarc.platform.events.PoisonAt;
import dev.demarc.platform.events.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Takes gap events over into the read side, partition by partition. */
public final class GapViewsHandler implements BatchHandler {

    private final ProjectGaps projectGaps;

    /** Hands on to this use case. */
    public GapViewsHandler(ProjectGaps projectGaps) {
        this.projectGaps = projectGaps;
    }

    @Override
    public void handle(List<Received> records) throws PoisonAt {
        Map<Integer, List<Recorded>> byPartition = new TreeMap<>();
        for (Received received : records) {
            if (!(Reading.event(received) instanceof GapEvent event)) {
                throw Reading.unexpected(received);
            }
            byPartition.computeIfAbsent(received.partition(), key -> new ArrayList<>())
                    .add(new Recorded(received.offset(), event));
        }
        byPartition.forEach(projectGaps::project);
    }
}
