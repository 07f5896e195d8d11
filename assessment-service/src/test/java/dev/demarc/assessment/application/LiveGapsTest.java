package dev.demarc.assessment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.application.LiveGaps.Next;
import dev.demarc.assessment.model.GapProjection.Recorded;
import dev.demarc.assessment.model.GapRollup;
import dev.demarc.assessment.model.StreamPosition;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.platform.runtime.Unavailable;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two partitions; a form is the gap's id and sequence. */
class LiveGapsTest {

    private final Random random = new Random(5);
    private final Views store = new Views();
    private final AtomicInteger formed = new AtomicInteger();
    private final Map<String, GapEvent> last = new HashMap<>();
    private final Map<Integer, Long> offsets = new HashMap<>();
    private Instant now = Instant.parse("2026-05-04T12:00:00Z");
    private LiveGaps live = live(8);

    /** The lists, with the times when they were asked. */
    private static final class Views extends GapViewsInMemory {

        private int asked;
        private boolean away;

        Views() {
            super(new Random(1));
        }

        @Override
        public List<GapRollup> rollups() {
            asked++;
            if (away) {
                throw new Unavailable("away", null);
            }
            return super.rollups();
        }

        @Override
        public Map<String, Long> sequences(Collection<String> ids) {
            asked++;
            return super.sequences(ids);
        }
    }

    private LiveGaps live(int capacity) {
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        return new LiveGaps(store, event -> {
            formed.incrementAndGet();
            return name(event);
        }, capacity, clock);
    }

    private static String name(GapEvent event) {
        return event.gap().id() + "/" + event.sequence();
    }

    private LiveGaps open() {
        live.begin(List.of(0L, 0L), List.of(0L, 0L));
        live.polled();
        live.release();
        return live;
    }

    private Recorded next(int partition, String gap) {
        GapEvent event = GapHistory.next(random, gap, last.get(gap));
        last.put(gap, event);
        return new Recorded(offsets.merge(partition, 1L, Long::sum) - 1, event);
    }

    private Recorded arrives(int partition, String gap) {
        Recorded recorded = next(partition, gap);
        live.arrive(partition, recorded.offset(), recorded.event());
        return recorded;
    }

    private void listed(int partition, Recorded... records) {
        new ProjectGaps(store).project(partition, List.of(records));
        live.polled();
        live.release();
    }

    private void happens(int partition, String gap) {
        listed(partition, arrives(partition, gap));
    }

    private static StreamPosition at(Long... next) {
        return new StreamPosition(List.of(next));
    }

    private static List<String> all(LiveGaps.Reader reader) {
        List<String> all = new ArrayList<>();
        for (Next next = reader.next(); next != null; next = reader.next()) {
            all.add(switch (next) {
                case Next.Gap gap -> gap.form();
                case Next.Missed missed -> missed.why().toString();
            });
        }
        return all;
    }

    private LiveGaps.Reader reader(@Nullable StreamPosition after) {
        return live.reader(after, 4);
    }

    @Test
    void a_transition_is_let_go_when_the_lists_have_it_and_not_before() {
        LiveGaps.Reader reader = open().reader(null, 4);
        Recorded first = arrives(0, "g-1");
        live.release();
        assertThat(all(reader)).isEmpty();

        listed(0, first);

        assertThat(all(reader)).containsExactly("g-1/1");
        assertThat(reader.position()).isEqualTo(at(1L, 0L));
    }

    @Test
    void a_counted_transition_whose_view_is_not_written_yet_waits_for_it() {
        LiveGaps.Reader reader = open().reader(null, 4);
        Recorded first = arrives(0, "g-1");
        store.dieAfter(1);
        assertThatThrownBy(() -> new ProjectGaps(store).project(0, List.of(first)))
                .isInstanceOf(GapViewsInMemory.Died.class);
        live.release();
        assertThat(all(reader)).isEmpty();

        listed(0, first);

        assertThat(all(reader)).containsExactly("g-1/1");
    }

    @Test
    void a_view_that_never_comes_holds_its_partition_up_for_a_grace_only() {
        LiveGaps.Reader reader = open().reader(null, 4);
        Recorded refused = arrives(0, "g-1");
        Recorded later = arrives(0, "g-2");
        listed(0, later);
        assertThat(all(reader)).isEmpty();

        now = now.plus(LiveGaps.GRACE).minusMillis(1);
        live.release();
        assertThat(all(reader)).isEmpty();
        now = now.plusMillis(1);
        live.release();

        assertThat(all(reader)).containsExactly(name(refused.event()), name(later.event()));
    }

    @Test
    void one_partition_does_not_wait_for_another() {
        LiveGaps.Reader reader = open().reader(null, 4);
        arrives(0, "g-1");
        happens(1, "g-2");

        assertThat(all(reader)).containsExactly("g-2/1");
        assertThat(reader.position()).isEqualTo(at(0L, 1L));
    }

    @Test
    void the_store_is_asked_only_while_something_waits_and_once_for_all_readers() {
        open();
        List<LiveGaps.Reader> readers = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            readers.add(reader(null));
        }
        assertThat(live.isWaiting()).isFalse();
        assertThat(store.asked).isZero();

        happens(0, "g-1");

        assertThat(live.isWaiting()).isFalse();
        assertThat(store.asked).isEqualTo(2);
        readers.forEach(reader -> assertThat(all(reader)).containsExactly("g-1/1"));
        assertThat(formed).hasValue(1);
    }

    @Test
    void while_the_store_is_away_everything_waits_within_bounds_and_nothing_is_lost() {
        LiveGaps.Reader reader = open().reader(null, 8);
        List<Recorded> records = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            assertThat(live.full()).isEmpty();
            records.add(arrives(1, "g-" + i));
        }
        assertThat(live.full()).containsExactly(1);
        store.away = true;
        assertThatThrownBy(live::release).isInstanceOf(Unavailable.class);
        store.away = false;

        listed(1, records.toArray(Recorded[]::new));

        assertThat(live.full()).isEmpty();
        assertThat(all(reader)).containsExactly("g-0/1", "g-1/1", "g-2/1", "g-3/1");
    }

    @Test
    void what_is_published_twice_is_told_once_and_in_the_order_of_its_sequences() {
        LiveGaps.Reader reader = open().reader(null, 8);
        Recorded first = arrives(0, "g-1");
        Recorded second = arrives(0, "g-1");
        live.arrive(0, 2, first.event());
        live.arrive(0, 3, second.event());
        offsets.put(0, 4L);
        Recorded third = arrives(0, "g-1");
        listed(0, first, second, new Recorded(2, first.event()), new Recorded(3, second.event()), third);
        live.arrive(0, 5, third.event());

        assertThat(all(reader)).containsExactly("g-1/1", "g-1/2", "g-1/3");
        assertThat(live.reader(null, 4).position()).as("what shows nothing is passed").isEqualTo(at(6L, 0L));
    }

    @Test
    void a_record_that_can_not_be_shown_is_passed_over() {
        LiveGaps.Reader reader = open().reader(null, 4);
        live.arrive(0, 0, null);
        offsets.put(0, 1L);
        happens(0, "g-1");

        assertThat(all(reader)).containsExactly("g-1/1");
        assertThat(reader.position()).isEqualTo(at(2L, 0L));
    }

    @Test
    void a_reader_goes_on_after_its_place() {
        LiveGaps.Reader before = open().reader(null, 4);
        happens(0, "g-1");
        happens(1, "g-2");
        assertThat(all(before)).hasSize(2);
        happens(0, "g-3");
        happens(1, "g-2");

        LiveGaps.Reader after = reader(before.position());

        assertThat(after.resumed()).isTrue();
        assertThat(all(after)).isEqualTo(all(before)).hasSize(2);
        assertThat(after.position()).isEqualTo(before.position()).isEqualTo(at(2L, 2L));
    }

    @Test
    void a_place_of_another_instance_holds_where_the_partitions_came_in_another_order() {
        open();
        happens(0, "g-1");
        happens(0, "g-2");
        happens(1, "g-3");
        happens(1, "g-4");

        LiveGaps.Reader reader = reader(at(0L, 1L));

        assertThat(all(reader)).containsExactly("g-1/1", "g-2/1", "g-4/1");
        LiveGaps.Reader again = reader(at(0L, 1L));
        assertThat(again.next()).isInstanceOf(Next.Gap.class);
        assertThat(again.position()).as("what it had stays had").isEqualTo(at(1L, 1L));
        assertThat(all(reader(again.position()))).containsExactly("g-2/1", "g-4/1");
    }

    @Test
    void a_reader_may_take_its_time_for_what_was_there_when_it_came_back() {
        open();
        for (int i = 0; i < 8; i++) {
            happens(0, "g-" + i);
        }
        assertThat(all(reader(at(0L, 0L)))).hasSize(8).doesNotContain("SLOW");
    }

    @Test
    void a_place_that_is_no_longer_kept_has_expired_and_the_reader_goes_on_from_now() {
        open();
        for (int i = 0; i < 9; i++) {
            happens(0, "g-" + i);
        }
        LiveGaps.Reader old = reader(at(0L, 0L));
        assertThat(old.resumed()).isFalse();
        assertThat(old.position()).as("no id before it is told").isNull();
        assertThat(all(old)).containsExactly("EXPIRED");
        assertThat(old.position()).isEqualTo(at(9L, 0L));
        assertThat(all(reader(at(1L, 0L)))).as("just kept").hasSize(8);
        happens(1, "g-new");
        assertThat(all(old)).containsExactly("g-new/1");
    }

    @Test
    void a_place_of_a_topic_with_other_partitions_has_expired() {
        open();
        assertThat(all(reader(at(0L)))).containsExactly("EXPIRED");
        assertThat(all(reader(at(0L, 0L, 0L)))).containsExactly("EXPIRED");
    }

    @Test
    void a_place_ahead_of_this_instance_is_waited_for_but_not_for_long() {
        open();
        LiveGaps.Reader reader = reader(at(2L, 0L));
        LiveGaps.Reader beyond = reader(at(1_000L, 0L));
        assertThat(reader.resumed()).isTrue();
        happens(0, "g-1");
        happens(0, "g-2");
        happens(0, "g-3");
        for (int i = 0; i < 30; i++) {
            live.polled();
        }

        assertThat(all(reader)).containsExactly("g-3/1");
        assertThat(all(beyond)).containsExactly("EXPIRED");
    }

    @Test
    void a_slow_reader_is_told_once_that_it_missed_something_and_goes_on_from_then() {
        LiveGaps.Reader slow = open().reader(null, 4);
        LiveGaps.Reader quick = live.reader(null, 4);
        for (int i = 0; i < 4; i++) {
            happens(0, "g-" + i);
        }
        assertThat(all(quick)).hasSize(4);
        happens(0, "g-4");
        assertThat(all(quick)).hasSize(1);
        slow.look();
        assertThat(slow.position()).as("no id before it is told").isNull();
        for (int i = 5; i < 30; i++) {
            happens(0, "g-" + i);
            assertThat(all(quick)).hasSize(1);
        }

        assertThat(all(slow)).containsExactly("SLOW");
        assertThat(slow.position()).isEqualTo(at(30L, 0L));
        happens(0, "g-30");
        assertThat(all(slow)).containsExactly("g-30/1");
    }

    @Test
    void nothing_is_told_before_what_was_there_at_the_start_has_been_read_and_then_only_what_is_new() {
        Recorded listed = next(0, "g-1");
        Recorded unlisted = next(0, "g-2");
        new ProjectGaps(store).project(0, List.of(listed));
        LiveGaps.Reader early = reader(null);
        LiveGaps.Reader back = reader(at(0L, 0L));
        assertThat(early.position()).isNull();
        assertThat(back.resumed()).isTrue();
        live.begin(List.of(0L, 0L), List.of(2L, 0L));
        live.arrive(0, 0, listed.event());
        live.release();
        assertThat(all(back)).isEmpty();

        live.arrive(0, 1, unlisted.event());
        live.release();
        LiveGaps.Reader late = reader(null);
        listed(0, unlisted);

        assertThat(all(late)).containsExactly("g-2/1");
        assertThat(all(back)).containsExactly("g-1/1", "g-2/1");
        assertThat(all(early)).as("nobody knows what came in between").containsExactly("EXPIRED");
    }

    @Test
    void where_the_topic_is_read_anew_everybody_is_told() {
        LiveGaps.Reader reader = open().reader(null, 4);
        happens(0, "g-1");
        assertThat(all(reader)).hasSize(1);

        live.begin(List.of(0L, 0L, 0L), List.of(0L, 0L, 0L));
        assertThat(all(reader)).isEmpty();
        live.release();

        assertThat(all(reader)).containsExactly("EXPIRED");
        assertThat(reader.position()).isEqualTo(at(0L, 0L, 0L));
    }

    @Test
    void listeners_are_called_when_there_is_something_new() {
        AtomicInteger calls = new AtomicInteger();
        Runnable listener = calls::incrementAndGet;
        live.listen(listener);
        open();
        assertThat(calls).hasValue(1);
        arrives(0, "g-1");
        live.release();
        assertThat(calls).hasValue(1);
        happens(1, "g-2");
        assertThat(calls).hasValue(2);
        live.unlisten(listener);
        happens(1, "g-3");
        assertThat(calls).hasValue(2);
        assertThat(live.isFollowed()).isFalse();
    }
}
