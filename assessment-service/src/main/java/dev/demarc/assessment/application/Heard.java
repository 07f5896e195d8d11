package dev.demarc.assessment.application;

import dev.demarc.assessment.model.SubjectIds;
import dev.demarc.contracts.subject.SubjectRef;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remembers when each account was last heard of by each source; written at most every ten seconds for each. */
public final class Heard {

    private static final Duration STEP = Duration.ofSeconds(10);

    private final HeardStore store;
    private final Map<HeardStore.Key, Instant> noted = new HashMap<>();
    private final Map<HeardStore.Key, Instant> written = new HashMap<>();

    /** Writes there. */
    public Heard(HeardStore store) {
        this.store = store;
    }

    /** Notes that a source spoke of a subject's account. */
    public synchronized void note(SubjectRef subject, String source, Instant when) {
        noted.merge(new HeardStore.Key(SubjectIds.account(subject.provider(), subject.account()), source), when,
                (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Writes what was noted and is news. */
    public synchronized void write() {
        List<Map.Entry<HeardStore.Key, Instant>> news = noted.entrySet().stream()
                .filter(each -> !each.getValue().isBefore(written.getOrDefault(each.getKey(), Instant.MIN)
                        .plus(written.containsKey(each.getKey()) ? STEP : Duration.ZERO)))
                .toList();
        for (Map.Entry<HeardStore.Key, Instant> each : news) {
            store.heard(each.getKey(), each.getValue());
            written.put(each.getKey(), each.getValue());
        }
        noted.clear();
    }
}
