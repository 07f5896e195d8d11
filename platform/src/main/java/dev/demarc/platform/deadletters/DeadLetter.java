package dev.demarc.platform.deadletters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be processed.
 *
 * @param id partition and offset in the dead-letter topic, {@code 0-17}
 * @param topic where the record came from, as partition and offset
 * @param field what in the record is wrong
 * @param bytes the size of the record's value
 * @param at when it was given up
 * @param replayedBy the caller who had it sent again
 */
public record DeadLetter(
        String id,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        @Nullable String field,
        String reason,
        int bytes,
        Instant at,
        DeadLetterState state,
        @Nullable Instant replayedAt,
        @Nullable String replayedBy) {}
