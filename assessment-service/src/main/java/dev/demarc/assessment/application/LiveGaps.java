package dev.demarc.assessment.application;

import dev.demarc.assessment.model.GapRollup;
import dev.demarc.assessment.model.StreamPosition;
import dev.demarc.contracts.event.GapEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The latest transitions of gaps, of all instances, for everybody who follows them here. One thread feeds it with the end
 * of the topic; each reader has a place of its own among what it keeps, so that a reader costs no copy and no thread.
 *
 * <p>A transition waits until the lists have it. First the rollup of its partition must have its offset: six small
 * documents answer that, however much waits. But the views are written after the rollup, and whoever projects may die in
 * between; so of what the rollup lets through, the stored sequences are asked as well. A view that has not come after a
 * grace, longer than a dead consumer's partitions take to find another, never comes, since its record was refused: the
 * transition then goes out without it rather than hold up its partition for ever.
 */
public final class LiveGaps {

    /** Longer than a dead consumer's partitions take to find another one. */
    static final Duration GRACE = Duration.ofSeconds(30);
    private static final int MOST_ASKED = 500;
    private static final int POLLS_TO_REACH = 20;
    private static final int POLLS_TO_OPEN = 100;
    private static final StreamPosition NOWHERE = new StreamPosition(List.of());

    private final GapViewStore store;
    private final Function<GapEvent, String> form;
    private final Clock clock;
    private final @Nullable Kept[] ring;
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    /** The highest sequence of each gap of which something is kept or waits; the feeding thread's own. */
    private final Map<String, Long> sequences = new HashMap<>();
    /** By partition; the elements are the feeding thread's own, the list changes under the lock. */
    private List<Waiting> partitions = List.of();
    private StreamPosition released = NOWHERE;
    private StreamPosition end = NOWHERE;
    private StreamPosition floor = NOWHERE;
    /** Whether all that was listed when reading began has been let go, so that what is let go from now on is new. */
    private boolean open;
    private long head;
    private long oldest;
    private long brokenAt;
    private long polls;
    private long begunAt;

    /** Keeps so many transitions and as many that wait; each is brought into its form once, for all readers. */
    public LiveGaps(GapViewStore store, Function<GapEvent, String> form, int capacity, Clock clock) {
        this.store = store;
        this.form = form;
        this.clock = clock;
        this.ring = new Kept[capacity];
    }

    private record Kept(int partition, long offset, StreamPosition position, String form, String gap, long sequence) {}

    /** Of one partition. */
    private static final class Waiting {

        private final Deque<Arrived> arrived = new ArrayDeque<>();
        private long next;

        Waiting(long next) {
            this.next = next;
        }
    }

    private static final class Arrived {

        private final long offset;
        private final @Nullable GapEvent event;
        private @Nullable Instant counted;

        Arrived(long offset, @Nullable GapEvent event) {
            this.offset = offset;
            this.event = event;
        }
    }

    /** What a reader gets. */
    public sealed interface Next {

        /** A transition in its form, and the place after it. */
        record Gap(StreamPosition position, String form) implements Next {}

        /** Transitions were left out; the place is that from which it goes on. */
        record Missed(Why why, StreamPosition position) implements Next {}
    }

    /** Why transitions were left out. */
    public enum Why {
        /** The reader fell behind. */
        SLOW,
        /** The place from which to go on is too old or unknown. */
        EXPIRED
    }

    // the feeding thread

    /** Everything begins anew: of each partition the first offset that will be read, and its end. */
    public void begin(List<Long> from, List<Long> ends) {
        synchronized (this) {
            partitions = from.stream().map(Waiting::new).toList();
            sequences.clear();
            released = new StreamPosition(from);
            floor = released;
            end = new StreamPosition(ends).orLater(released);
            Arrays.fill(ring, null);
            head++;
            oldest = head;
            brokenAt = head;
            begunAt = polls;
            open = false;
        }
    }

    /** A record that was read; without an event where it is none that can be shown. */
    public void arrive(int partition, long offset, @Nullable GapEvent event) {
        Waiting waiting = partitions.get(partition);
        synchronized (this) {
            waiting.next = offset + 1;
        }
        boolean known = event == null
                || sequences.getOrDefault(event.gap().id(), Long.MIN_VALUE) >= event.sequence();
        if (event != null && !known) {
            sequences.put(event.gap().id(), event.sequence());
        }
        waiting.arrived.add(new Arrived(offset, known ? null : event));
        passSkipped(partition, waiting);
    }

    /** Records at the front that show nothing need not wait. */
    private void passSkipped(int partition, Waiting waiting) {
        for (Arrived first = waiting.arrived.peek(); first != null && first.event == null; first = waiting.arrived
                .peek()) {
            waiting.arrived.remove();
            moveTo(partition, first.offset + 1);
        }
    }

    private synchronized StreamPosition moveTo(int partition, long next) {
        released = moved(released, partition, next);
        return released;
    }

    private static StreamPosition moved(StreamPosition position, int partition, long next) {
        List<Long> offsets = new ArrayList<>(position.next());
        offsets.set(partition, Math.max(next, offsets.get(partition)));
        return new StreamPosition(offsets);
    }

    /** One round of reading is over. */
    public synchronized void polled() {
        polls++;
    }

    /** Whether {@link #release} has anything to do. */
    public boolean isWaiting() {
        return anyArrived() || (!open && !partitions.isEmpty());
    }

    private boolean anyArrived() {
        return partitions.stream().anyMatch(each -> !each.arrived.isEmpty());
    }

    /** The partitions of which so much waits that no more should be read. */
    public Set<Integer> full() {
        int most = partitions.isEmpty() ? 0 : Math.max(1, ring.length / partitions.size());
        return IntStream.range(0, partitions.size()).filter(each -> partitions.get(each).arrived.size() >= most)
                .boxed().collect(Collectors.toSet());
    }

    /** Whether all was read that was there at the beginning, as far as there is room. */
    private boolean isRead() {
        Set<Integer> full = full();
        return polls - begunAt > POLLS_TO_OPEN || IntStream.range(0, partitions.size())
                .allMatch(each -> full.contains(each) || partitions.get(each).next >= end.next().get(each));
    }

    /** Lets go what is listed by now; blocks, and leaves everything as it is where the store is away. */
    public void release() {
        long before = head;
        boolean read = isRead();
        try {
            while (anyArrived() && releaseSome()) {
                // a long queue goes in parts
            }
            if (read && !open) {
                synchronized (this) {
                    open = true;
                }
                before = -1;
            }
        } finally {
            if (head > before) {
                listeners.forEach(Runnable::run);
            }
        }
    }

    private boolean releaseSome() {
        Map<Integer, Long> counted = store.rollups().stream()
                .collect(Collectors.toMap(GapRollup::partition, GapRollup::offset));
        List<List<Arrived>> listed = IntStream.range(0, partitions.size())
                .mapToObj(partition -> partitions.get(partition).arrived.stream()
                        .takeWhile(each -> each.offset <= counted.getOrDefault(partition, -1L)).limit(MOST_ASKED)
                        .toList())
                .toList();
        Set<String> ids = new HashSet<>();
        for (Arrived each : listed.stream().flatMap(List::stream).toList()) {
            if (each.event != null) {
                ids.add(each.event.gap().id());
            }
        }
        Map<String, Long> stored = ids.isEmpty() ? Map.of() : store.sequences(ids);
        Instant now = clock.instant();
        boolean more = false;
        for (int partition = 0; partition < listed.size(); partition++) {
            int gone = 0;
            for (Arrived each : listed.get(partition)) {
                if (!isListed(each, stored, now)) {
                    break;
                }
                letGo(partition, each);
                gone++;
            }
            more |= gone == MOST_ASKED;
        }
        return more;
    }

    private static boolean isListed(Arrived each, Map<String, Long> stored, Instant now) {
        GapEvent event = each.event;
        if (event == null || stored.getOrDefault(event.gap().id(), -1L) >= event.sequence()) {
            return true;
        }
        if (each.counted == null) {
            each.counted = now;
        }
        return !now.isBefore(each.counted.plus(GRACE));
    }

    private void letGo(int partition, Arrived first) {
        partitions.get(partition).arrived.remove();
        GapEvent event = first.event;
        String text = event == null ? "" : form.apply(event);
        synchronized (this) {
            StreamPosition position = moveTo(partition, first.offset + 1);
            if (event != null) {
                keep(new Kept(partition, first.offset, position, text, event.gap().id(), event.sequence()));
            }
        }
    }

    private void keep(Kept kept) {
        int slot = slot(head);
        Kept evicted = ring[slot];
        ring[slot] = kept;
        head++;
        if (head - oldest > ring.length) {
            oldest = head - ring.length;
            if (evicted != null) {
                floor = moved(floor, evicted.partition(), evicted.offset() + 1);
                sequences.remove(evicted.gap(), evicted.sequence());
            }
        }
    }

    private int slot(long index) {
        return Math.floorMod(index, ring.length);
    }

    // readers

    /** What calls whenever there may be something new, on the feeding thread. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Ends {@link #listen}. */
    public void unlisten(Runnable listener) {
        listeners.remove(listener);
    }

    /** Whether anybody follows. */
    public boolean isFollowed() {
        return !listeners.isEmpty();
    }

    /** A reader that goes on after a place, or from now on; one that falls so many behind is slow. */
    public Reader reader(@Nullable StreamPosition after, int buffer) {
        return new Reader(after, Math.min(buffer, ring.length));
    }

    /** One reader's place; for one thread at a time. */
    public final class Reader {

        private final int buffer;
        private final boolean resumes;
        private boolean joined;
        private boolean resumed;
        /** What it has; null as long as nobody can say. */
        private @Nullable StreamPosition position;
        private long cursor;
        private long joinedAt;
        private long aheadSince = -1;
        private @Nullable Why missed;

        private Reader(@Nullable StreamPosition after, int buffer) {
            this.buffer = buffer;
            this.position = after;
            this.resumes = after != null;
            synchronized (LiveGaps.this) {
                if (open) {
                    join(false);
                } else {
                    // nobody knows yet; it is told later if it turns out otherwise
                    resumed = after != null;
                }
            }
        }

        /** Whether it goes on after the place that was asked for, as far as can be said when it begins. */
        public boolean resumed() {
            return resumed;
        }

        /** The place after all that was got; null where none is known yet or something was missed that was not told yet. */
        public @Nullable StreamPosition position() {
            return missed == null ? position : null;
        }

        /** The next thing; null where there is none now. */
        public @Nullable Next next() {
            synchronized (LiveGaps.this) {
                if (!open) {
                    return null;
                }
                if (!joined) {
                    join(true);
                }
                lookBehind();
                Why why = missed;
                if (why != null) {
                    missed = null;
                    position = released;
                    cursor = head;
                    return new Next.Missed(why, released);
                }
                return kept();
            }
        }

        /** Looks whether it has fallen behind, without taking anything. */
        public void look() {
            synchronized (LiveGaps.this) {
                if (joined) {
                    lookBehind();
                }
            }
        }

        private @Nullable Next kept() {
            StreamPosition had = position;
            while (cursor < head) {
                Kept kept = ring[slot(cursor)];
                cursor++;
                if (kept != null && (had == null || had.isBefore(kept.partition(), kept.offset()))) {
                    StreamPosition now = had == null ? kept.position() : kept.position().orLater(had);
                    position = now;
                    return new Next.Gap(now, kept.form());
                }
            }
            return null;
        }

        /** What was there when it joined may be read at leisure, as long as it is kept. */
        private void lookBehind() {
            if (missed != null) {
                return;
            }
            if (cursor < brokenAt) {
                missed = Why.EXPIRED;
            } else if (cursor < oldest || head - Math.max(cursor, joinedAt) > buffer) {
                missed = Why.SLOW;
            } else if (aheadSince >= 0) {
                lookAhead();
            }
        }

        /** Another instance may have read on further; but a place that this one does not reach at once is none. */
        private void lookAhead() {
            StreamPosition had = position;
            if (had == null || known().reaches(had)) {
                aheadSince = -1;
            } else if (polls - aheadSince > POLLS_TO_REACH) {
                aheadSince = -1;
                missed = Why.EXPIRED;
            }
        }

        private void join(boolean late) {
            joined = true;
            joinedAt = head;
            cursor = head;
            StreamPosition after = position;
            if (after == null) {
                position = released;
                // it was told that it follows before anybody read: what came in between is not known
                missed = late ? Why.EXPIRED : null;
                return;
            }
            resumed = resumes && after.reaches(floor);
            if (!resumed) {
                missed = Why.EXPIRED;
                return;
            }
            cursor = oldest;
            aheadSince = known().reaches(after) ? -1 : polls;
        }

        private StreamPosition known() {
            return new StreamPosition(partitions.stream().map(each -> each.next).toList()).orLater(end);
        }
    }
}
