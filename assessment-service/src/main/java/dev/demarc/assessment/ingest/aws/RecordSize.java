package dev.demarc.assessment.ingest.aws;

import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.Topic;
import dev.demarc.contracts.event.SubjectChanged;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps changes below the largest record of a topic. */
final class RecordSize {

    /** The largest change in bytes of JSON; the rest of a record is for headers and what consumers add. */
    static final int LARGEST = Topic.MAX_RECORD_BYTES - 100_000;

    private static final int LONGEST_ESCAPE = 6;
    private static final int OVERHEAD = 30;

    private RecordSize() {}

    /** The change, without its state where it would be too large: then it says so. */
    static SubjectChanged bounded(SubjectChanged change) {
        if (change.state() == null || atMost(change.state().configuration()) + atMost(change.state()
                .supplementaryConfiguration()) + change.state().relationships().size() * 1_000L < LARGEST / 2) {
            return change;
        }
        int bytes = ContractJson.mapper().writeValueAsBytes(change).length;
        return bytes <= LARGEST
                ? change
                : new SubjectChanged(change.subject(), change.capturedAt(), change.stateId(), change.receivedAt(),
                        change.source(), change.createdAt(), change.tags(), null, "the configuration has " + bytes
                                + " bytes; Demarc keeps at most " + LARGEST);
    }

    /** No less than the value's size in bytes of JSON, found without writing it. */
    private static long atMost(@Nullable Object value) {
        return switch (value) {
            case String text -> (long) text.length() * LONGEST_ESCAPE + OVERHEAD;
            case Map<?, ?> map -> {
                long sum = OVERHEAD;
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    sum += atMost(entry.getKey()) + atMost(entry.getValue());
                }
                yield sum;
            }
            case List<?> list -> {
                long sum = OVERHEAD;
                for (Object element : list) {
                    sum += atMost(element);
                }
                yield sum;
            }
            case null, default -> OVERHEAD;
        };
    }
}
