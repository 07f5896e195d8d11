package dev.demarc.assessment.application;

import dev.demarc.contracts.context.Account;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What is heard of, and which of it has a service model. Counting goes through all resources, so counts are kept for ten seconds. */
public final class Coverage {

    private static final Duration KEPT = Duration.ofSeconds(10);
    private static final int MOST_TYPES = 5_000;

    private final ResourceStore resources;
    private final HeardStore heard;
    private final Snapshots snapshots;
    private final Clock clock;
    private final ReentrantLock counting = new ReentrantLock();
    private volatile @Nullable Counted counted;

    private record Counted(Instant at, Map<ResourceStore.Kind, Long> counts) {}

    /** Reads from these. */
    public Coverage(ResourceStore resources, HeardStore heard, Snapshots snapshots, Clock clock) {
        this.resources = resources;
        this.heard = heard;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /** An account: when which source was last heard, its resources, and how many of them no model covers. */
    public record OfAccount(Account account, Map<String, Instant> lastHeard, long resources, long unmodelled) {}

    /** A type over all accounts, and the model that covers it, if one does. */
    public record OfType(String provider, String type, @Nullable String serviceModel, long resources) {}

    /** Each of these accounts. */
    public List<OfAccount> of(List<Account> accounts) {
        Map<ResourceStore.Kind, Long> counts = counts();
        return accounts.stream().map(account -> of(account, counts)).toList();
    }

    private OfAccount of(Account account, Map<ResourceStore.Kind, Long> counts) {
        long all = 0;
        long unmodelled = 0;
        for (Map.Entry<ResourceStore.Kind, Long> each : counts.entrySet()) {
            ResourceStore.Kind kind = each.getKey();
            if (kind.provider().equals(account.provider()) && kind.account().equals(account.account())) {
                all += each.getValue();
                unmodelled += covering(kind.type()) == null ? each.getValue() : 0;
            }
        }
        return new OfAccount(account, new TreeMap<>(heard.lastHeard(account.id())), all, unmodelled);
    }

    /** All types that there are, ordered by type; the first 5,000. */
    public List<OfType> types() {
        Map<String, Map<String, Long>> byType = new TreeMap<>();
        counts().forEach((kind, count) -> byType.computeIfAbsent(kind.type(), type -> new TreeMap<>())
                .merge(kind.provider(), count, Long::sum));
        return byType.entrySet().stream()
                .flatMap(type -> type.getValue().entrySet().stream().map(provider -> new OfType(provider.getKey(),
                        type.getKey(), covering(type.getKey()), provider.getValue())))
                .limit(MOST_TYPES).toList();
    }

    private @Nullable String covering(String type) {
        Models models = snapshots.models();
        CompiledModel model = models == null ? null : models.covering(type);
        return model == null ? null : model.model().key();
    }

    private Map<ResourceStore.Kind, Long> counts() {
        counting.lock();
        try {
            Counted known = counted;
            Instant now = clock.instant();
            if (known == null || known.at.plus(KEPT).isBefore(now)) {
                known = new Counted(now, new HashMap<>(resources.counts()));
                counted = known;
            }
            return known.counts;
        } finally {
            counting.unlock();
        }
    }
}
