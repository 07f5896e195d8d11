package dev.demarc.assessment.messaging;

import dev.demarc.assessment.application.Ingest;
import dev.demarc.assessment.ingest.IngestAdapter;
import dev.demarc.assessment.ingest.IngestContext;
import dev.demarc.assessment.ingest.IngestResult;
import dev.demarc.assessment.ingest.Rejected;
import dev.demarc.assessment.ingest.UnreadableBody;
import dev.demarc.platform.events.BatchHandler;
import dev.demarc.platform.events.PoisonAt;
import dev.demarc.platform.events.Received;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Takes what Kafka Connect or EventBridge delivers as it comes; a record with a rejected item becomes a dead letter. */
public final class RawIngestHandler implements BatchHandler {

    private final IngestAdapter adapter;
    private final Ingest ingest;
    private final Clock clock;

    /** Reads by this adapter. */
    public RawIngestHandler(IngestAdapter adapter, Ingest ingest, Clock clock) {
        this.adapter = adapter;
        this.ingest = ingest;
        this.clock = clock;
    }

    @Override
    public void handle(List<Received> records) throws PoisonAt {
        List<IngestResult> results = new ArrayList<>(records.size());
        PoisonAt poison = null;
        for (Received received : records) {
            try {
                IngestResult result = adapter.read(received.value(), new IngestContext(clock.instant(), "aws-config"));
                results.add(result);
                if (!result.rejected().isEmpty() && poison == null) {
                    poison = poison(received, result.rejected().getFirst());
                }
            } catch (UnreadableBody e) {
                poison = poison == null
                        ? new PoisonAt(received.index(), "value", String.valueOf(e.getMessage()), e)
                        : poison;
            }
        }
        ingest.publish(results.stream().flatMap(result -> result.events().stream()).toList());
        if (poison != null) {
            throw poison;
        }
    }

    private static PoisonAt poison(Received received, Rejected rejected) {
        return new PoisonAt(received.index(), rejected.field(),
                "item " + rejected.index() + ": " + rejected.reason()
                        + (rejected.value() == null ? "" : ", got '" + rejected.value() + "'")
                        + (rejected.expected() == null ? "" : ", expected " + rejected.expected()),
                null);
    }
}
