package dev.demarc.notification.model;

import dev.demarc.contracts.event.GapChanged;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.contracts.event.GapOpened;
import dev.demarc.contracts.event.GapResolved;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.gap.GapState;
import dev.demarc.contracts.gap.GapStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an account's baseline has shown to a team so far. {@code offsets} holds the last event counted of each partition, so that a
 * batch that is read again changes nothing. {@code firstAt} and {@code dueAt} are set while there is news that was not told;
 * {@code outbox} is what message number {@code number} tells, until its deliveries are written.
 */
public record BaselineSummary(
        BaselineKey key,
        SummaryContent content,
        Map<Integer, Long> offsets,
        @Nullable Instant firstAt,
        @Nullable Instant dueAt,
        int number,
        @Nullable Outbox outbox,
        long revision) {

    /** How many candidates for the worst are kept, so that the told ones stay the worst when some are resolved. */
    static final int CANDIDATES = 100;
    /** How many of the worst gaps are told. */
    public static final int TOLD = 10;

    /** What is being told, as it stood at {@code at}. */
    public record Outbox(SummaryContent content, Instant at) {}

    /** Copies the offsets. */
    public BaselineSummary {
        offsets = Map.copyOf(offsets);
    }

    /** A summary that no event belongs to yet. */
    public static BaselineSummary empty(BaselineKey key) {
        return new BaselineSummary(key, SummaryContent.EMPTY, Map.of(), null, null, 0, null, 0);
    }

    /** With those events counted that were not yet, as the next revision; unchanged where all were. */
    public BaselineSummary with(List<PlacedEvent> events, Instant now, SummaryTiming timing) {
        Map<Integer, Long> seen = new HashMap<>(offsets);
        Map<Severity, Long> open = new EnumMap<>(Severity.class);
        open.putAll(content.open());
        Map<String, WorstGap> worst = new HashMap<>();
        content.worst().forEach(gap -> worst.put(gap.id(), gap));
        boolean news = false;
        for (PlacedEvent event : events) {
            if (event.offset() > seen.getOrDefault(event.partition(), -1L)) {
                seen.put(event.partition(), event.offset());
                count(event.event(), open, worst);
                news = true;
            }
        }
        if (!news) {
            return this;
        }
        Instant first = firstAt == null ? now : firstAt;
        List<WorstGap> candidates = new ArrayList<>(worst.values());
        candidates.sort(WorstGap.WORST_FIRST);
        return new BaselineSummary(key,
                new SummaryContent(open, candidates.subList(0, Math.min(CANDIDATES, candidates.size()))), seen,
                first, timing.due(first, now), number, outbox, revision + 1);
    }

    /** Ready to be told: the news moves to the outbox under the next number. Nothing is told while nothing is open. */
    public BaselineSummary frozen(Instant now) {
        List<WorstGap> told = content.worst().subList(0, Math.min(TOLD, content.worst().size()));
        return content.total() == 0
                ? new BaselineSummary(key, content, offsets, null, null, number, null, revision + 1)
                : new BaselineSummary(key, content, offsets, null, null, number + 1,
                        new Outbox(new SummaryContent(content.open(), told), now), revision + 1);
    }

    /** After the deliveries were written. */
    public BaselineSummary told() {
        return new BaselineSummary(key, content, offsets, firstAt, dueAt, number, null, revision + 1);
    }

    private void count(GapEvent event, Map<Severity, Long> open, Map<String, WorstGap> worst) {
        GapStatus before = switch (event) {
            case GapOpened _ -> null;
            case GapChanged changed -> changed.before();
            case GapResolved resolved -> resolved.before();
        };
        if (before != null && counts(before)) {
            open.merge(before.severity(), -1L, (count, less) -> Math.max(0, count + less));
        }
        worst.remove(event.gap().id());
        if (counts(event.after())) {
            open.merge(event.after().severity(), 1L, Long::sum);
            worst.put(event.gap().id(), WorstGap.of(event));
        }
    }

    private boolean counts(GapStatus status) {
        return (status.state() == GapState.OPEN || status.state() == GapState.ACKNOWLEDGED)
                && (key.team() == null || key.team().equals(status.ownerTeam()));
    }
}
