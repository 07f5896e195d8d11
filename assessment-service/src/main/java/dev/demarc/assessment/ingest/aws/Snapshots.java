package dev.demarc.assessment.ingest.aws;

import dev.demarc.assessment.ingest.IngestContext;
import dev.demarc.assessment.ingest.InvalidField;
import dev.demarc.assessment.ingest.Verdicts;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.InventoryCompleted;
import dev.demarc.contracts.event.SubjectChanged;
import dev.demarc.contracts.event.SubjectDeleted;
import dev.demarc.contracts.subject.SubjectRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A configuration snapshot is an inventory: when each of its items was accepted, that is said for each account in it. */
final class Snapshots {

    /** Reads the items of a wrapper. */
    interface Items {
        void read() throws InvalidField;
    }

    private static final int LONGEST_ID = 200;

    private final IngestContext context;
    private final Verdicts verdicts;

    Snapshots(IngestContext context, Verdicts verdicts) {
        this.context = context;
        this.verdicts = verdicts;
    }

    /** Reads the items and concludes where the wrapper is a snapshot; one with rejected items is not complete. */
    void around(Map<String, @Nullable Object> wrapper, Items items) throws InvalidField {
        String snapshot = Fields.text(wrapper, LONGEST_ID, "configSnapshotId");
        int events = verdicts.events();
        int rejections = verdicts.rejections();
        items.read();
        if (snapshot == null) {
            return;
        }
        if (verdicts.rejections() > rejections) {
            verdicts.ignore("snapshot " + snapshot + " does not count as a complete inventory, since "
                    + (verdicts.rejections() - rejections) + " of its items were rejected");
            return;
        }
        Map<SubjectRef, Integer> counts = new LinkedHashMap<>();
        for (Event event : List.copyOf(verdicts.eventsFrom(events))) {
            SubjectRef subject = switch (event) {
                case SubjectChanged changed -> changed.subject();
                case SubjectDeleted deleted -> deleted.subject();
                default -> throw new IllegalStateException("an item gives no " + event.getClass().getSimpleName());
            };
            counts.merge(Identity.account(subject.partition(), subject.account()), 1, Integer::sum);
        }
        counts.forEach((account, count) -> verdicts.conclude(
                new InventoryCompleted(account, snapshot, count, context.receivedAt(), context.source())));
    }
}
