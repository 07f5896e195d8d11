package dev.demarc.notification.application;

import dev.demarc.notification.model.BaselineKey;
import dev.demarc.notification.model.BaselineSummary;
import java.time.Instant;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps baseline summaries. */
public interface SummaryStore {

    /** The summary; an empty one at revision 0 where there is none. */
    Mono<BaselineSummary> find(BaselineKey key);

    /** Those that are due or are being told, at most {@code limit}. */
    Flux<BaselineSummary> due(Instant now, int limit);

    /** Writes it where the stored revision is the one before; false where somebody else was first. */
    Mono<Boolean> replace(BaselineSummary summary);

    /** Removes those without news since; gives how many. */
    Mono<Long> purge(Instant changedBefore);
}
