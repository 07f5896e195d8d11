package dev.demarc.assessment.ingest.aws;

import dev.demarc.assessment.ingest.InvalidField;
import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.Topic;
import dev.demarc.contracts.event.SubjectChanged;
import dev.demarc.contracts.subject.SubjectState;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps changes below the largest record of a topic. */
final class RecordSize {

    /** The largest change in bytes of JSON; the rest of a record is for headers and what consumers add. */
    static final int LARGEST = Topic.MAX_RECORD_BYTES - 100_000;

    private static final int LONGEST_ESCAPE = 6;
    private static final int OVERHEAD = 30;
    private static final long LONGEST_HEAD = 60_000;
    private static final long LONGEST_RELATIONSHIP = 4 * 2_048 * LONGEST_ESCAPE;

    private RecordSize() {}

    /** The change, without its state where it would be too large, which it then says; too much without it is invalid. */
    static SubjectChanged bounded(SubjectChanged change) throws InvalidField {
        if (atMost(change) < LARGEST) {
            return change;
        }
        int bytes = bytes(change);
        if (bytes <= LARGEST) {
            return change;
        }
        SubjectChanged bare = new SubjectChanged(change.subject(), change.capturedAt(), change.stateId(),
                change.receivedAt(),
                change.source(), change.createdAt(), change.tags(), null, "the configuration has " + bytes
                        + " bytes; Demarc keeps at most " + LARGEST);
        if (bytes(bare) > LARGEST) {
            throw new InvalidField("tags", change.tags(), "at most " + LARGEST + " bytes", "are too large");
        }
        return bare;
    }

    private static int bytes(SubjectChanged change) {
        return ContractJson.mapper().writeValueAsBytes(change).length;
    }

    private static long atMost(SubjectChanged change) {
        SubjectState state = change.state();
        long fixed = LONGEST_HEAD + atMost(change.tags());
        return state == null
                ? fixed
                : fixed + atMost(state.configuration()) + atMost(state.supplementaryConfiguration())
                        + state.relationships().size() * LONGEST_RELATIONSHIP;
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
