package dev.demarc.notification.application;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Keeps the highest sequence that was processed of each gap. */
public interface SequenceStore {

    /** The highest by gap; gaps never seen are absent. */
    Mono<Map<String, Long>> highest(Collection<String> gaps);

    /** Raises them; never lowers one. */
    Mono<Void> raise(Map<String, Long> sequences, Instant now);

    /** Forgets the gaps not heard of since; gives how many. */
    Mono<Long> purge(Instant seenBefore);
}
