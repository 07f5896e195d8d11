package dev.demarc.assessment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.model.GapBucket;
import dev.demarc.assessment.model.GapProjection.Recorded;
import dev.demarc.assessment.model.GapRollup;
import dev.demarc.assessment.model.GapView;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.event.GapChanged;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.contracts.event.GapOpened;
import dev.demarc.contracts.event.GapResolved;
import dev.demarc.contracts.gap.GapState;
import dev.demarc.contracts.gap.Origin;
import dev.demarc.contracts.gap.Transition;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectGapsTest {

    private static Map<GapBucket, Long> recount(List<Recorded> partition) {
        Map<String, GapEvent> last = new HashMap<>();
        for (Recorded recorded : partition) {
            last.put(recorded.event().gap().id(), recorded.event());
        }
        return last.values().stream()
                .map(event -> new GapBucket(event.after().state(), event.after().severity(), event.after().reason(),
                        event.after().ownerTeam()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** What happened on each day, each transition once. */
    private static Map<LocalDate, GapRollup.OfDay> days(List<Recorded> partition) {
        Map<String, GapEvent> once = new HashMap<>();
        partition.forEach(each -> once.put(each.event().gap().id() + '.' + each.event().sequence() + '.'
                + each.event().after().openedAt(), each.event()));
        Map<LocalDate, GapRollup.OfDay> days = new HashMap<>();
        for (GapEvent event : once.values()) {
            boolean opened = event instanceof GapOpened
                    || (event instanceof GapChanged changed && changed.transition() == Transition.RE_OPENED);
            if (opened || event instanceof GapResolved) {
                days.merge(LocalDate.ofInstant(event.at(), ZoneOffset.UTC),
                        new GapRollup.OfDay(opened ? 1 : 0, opened ? 0 : 1), GapRollup.OfDay::plus);
            }
        }
        return days;
    }

    private static void assertCountsEqualARecount(GapViewsInMemory store, List<Recorded> partition) {
        assertThat(store.rollup(3).days()).isEqualTo(days(partition));
        assertThat(store.rollup(3).counts()).isEqualTo(recount(partition));
        assertThat(store.all().stream().map(GapView::bucket)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .isEqualTo(recount(partition));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void a_crash_after_any_write_and_another_cut_into_batches_falsify_no_count(int seed) {
        for (int run = 0; run < 60; run++) {
            Random random = new Random(seed * 1_000L + run);
            List<Recorded> partition = GapHistory.random(random, 12, 120);
            GapViewsInMemory store = new GapViewsInMemory(random);
            ProjectGaps project = new ProjectGaps(store);
            int committed = 0;
            while (committed < partition.size()) {
                int end = Math.min(partition.size(), committed + 1 + random.nextInt(40));
                if (random.nextInt(3) > 0) {
                    store.dieAfter(random.nextInt(14));
                }
                try {
                    project.project(3, partition.subList(committed, end));
                    committed = random.nextInt(5) == 0 ? committed : end;
                } catch (GapViewsInMemory.Died died) {
                    // the next batch begins at the committed offset again, with another end
                }
                store.dieAfter(Integer.MAX_VALUE);
            }
            assertCountsEqualARecount(store, partition);
        }
    }

    /** Each write of the batch in turn is the last one that the process makes. */
    @Test
    void every_single_crash_point_of_a_batch_is_survived_whatever_is_delivered_next() {
        Random random = new Random(42);
        List<Recorded> partition = GapHistory.random(random, 6, 40);
        for (int end = 1; end <= partition.size(); end += 3) {
            for (int writes = 0; writes <= 8; writes++) {
                GapViewsInMemory store = new GapViewsInMemory(random);
                ProjectGaps project = new ProjectGaps(store);
                store.dieAfter(writes);
                try {
                    project.project(3, partition.subList(0, end));
                } catch (GapViewsInMemory.Died died) {
                    // nothing was committed
                }
                store.dieAfter(Integer.MAX_VALUE);
                int cut = 1 + random.nextInt(partition.size());
                project.project(3, partition.subList(0, cut));
                project.project(3, partition.subList(cut, partition.size()));
                assertCountsEqualARecount(store, partition);
            }
        }
    }

    @Test
    void an_instance_that_lost_the_partition_and_the_one_that_got_it_count_each_transition_once() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<Recorded> partition = GapHistory.random(random, 8, 60);
            GapViewsInMemory store = new GapViewsInMemory(random);
            ProjectGaps project = new ProjectGaps(store);
            int mine = 1 + random.nextInt(partition.size());
            int theirs = 1 + random.nextInt(partition.size());
            store.meanwhile(() -> project.project(3, partition.subList(0, theirs)));
            project.project(3, partition.subList(0, mine));
            project.project(3, partition.subList(theirs, partition.size()));
            assertCountsEqualARecount(store, partition);
        }
    }

    @Test
    void an_old_sequence_changes_neither_view_nor_count() {
        Random random = new Random(7);
        GapEvent first = GapHistory.next(random, "g-1", null);
        GapEvent second = GapHistory.next(random, "g-1", first);
        GapViewsInMemory store = new GapViewsInMemory(random);
        ProjectGaps project = new ProjectGaps(store);

        project.project(0, List.of(new Recorded(0, first), new Recorded(1, second)));
        GapRollup before = store.rollup(0);
        project.project(0, List.of(new Recorded(2, first), new Recorded(3, second)));

        assertThat(store.all()).singleElement().satisfies(view -> {
            assertThat(view.sequence()).isEqualTo(2);
            assertThat(view.history()).extracting(line -> line.sequence()).containsExactly(2L, 1L);
        });
        assertThat(store.rollup(0).counts()).isEqualTo(before.counts());
    }

    @Test
    void a_gap_that_was_forgotten_with_its_subject_and_counts_from_one_again_begins_anew() {
        GapEvent opened = GapHistory.life("g-1").getFirst();
        GapEvent resolved = GapHistory.life("g-1").getLast();
        GapEvent again = GapHistory.later(opened, GapHistory.FORGOTTEN);
        GapViewsInMemory store = new GapViewsInMemory(new Random(11));
        ProjectGaps project = new ProjectGaps(store);

        project.project(3, List.of(new Recorded(0, opened), new Recorded(1, resolved),
                new Recorded(2, GapHistory.later(opened, Duration.ofDays(29)))));
        assertThat(store.all()).as("a repetition").singleElement()
                .satisfies(view -> assertThat(view.status().state()).isEqualTo(GapState.RESOLVED));

        project.project(3, List.of(new Recorded(3, again)));
        assertThat(store.all()).singleElement().isEqualTo(GapView.after(null, again));
        assertCountsEqualARecount(store, List.of(new Recorded(0, opened), new Recorded(1, resolved),
                new Recorded(3, again)));

        project.project(3, List.of(new Recorded(4, opened), new Recorded(5, resolved)));
        assertThat(store.all()).as("records of the old life").singleElement().isEqualTo(GapView.after(null, again));
        assertThat(store.rollup(3).counts()).isEqualTo(recount(List.of(new Recorded(3, again))));
    }

    @Test
    void a_gap_that_opens_again_after_a_long_time_under_a_higher_sequence_keeps_its_history() {
        List<GapEvent> life = GapHistory.life("g-1");
        GapView resolved = GapView.after(GapView.after(null, life.getFirst()), life.getLast());
        Instant at = GapHistory.NOON.plus(GapHistory.FORGOTTEN);
        GapEvent reopened = new GapChanged(resolved.description(), 3, Transition.RE_OPENED, Origin.LIVE, at, null,
                resolved.status(), GapHistory.status(GapState.OPEN, Severity.HIGH, "payments", at));
        GapViewsInMemory store = new GapViewsInMemory(new Random(12));

        new ProjectGaps(store).project(3, List.of(new Recorded(0, life.getFirst()), new Recorded(1, life.getLast()),
                new Recorded(2, reopened)));

        assertThat(store.all()).singleElement().satisfies(view -> assertThat(view.history())
                .extracting(line -> line.sequence()).containsExactly(3L, 2L, 1L));
    }

    @Test
    void the_history_keeps_the_last_hundred_transitions_the_newest_first() {
        Random random = new Random(8);
        List<Recorded> records = new ArrayList<>();
        GapEvent last = GapHistory.next(random, "g-1", null);
        for (int offset = 0; offset < 250; offset++) {
            records.add(new Recorded(offset, last));
            last = GapHistory.next(random, "g-1", last);
        }
        GapViewsInMemory store = new GapViewsInMemory(random);

        new ProjectGaps(store).project(0, records);

        assertThat(store.all().getFirst().history()).hasSize(100);
        assertThat(store.all().getFirst().history().getFirst().sequence()).isEqualTo(250);
    }

    @Test
    void the_trend_has_every_day_up_to_today_and_what_is_older_than_a_hundred_days_is_dropped() {
        GapViewsInMemory store = new GapViewsInMemory(new Random(10));
        ProjectGaps project = new ProjectGaps(store);
        LocalDate first = LocalDate.of(2026, 1, 1);
        for (int day = 0; day < 150; day++) {
            Instant at = first.plusDays(day).atTime(23, 59).toInstant(ZoneOffset.UTC);
            project.project(0, List.of(new Recorded(day, new GapOpened(GapHistory.description("g-" + day), 1,
                    Origin.LIVE, at, GapHistory.status(GapState.OPEN, Severity.LOW, null, at)))));
        }
        LocalDate today = first.plusDays(150);

        assertThat(new QueryGaps(store).trend(today, 3)).containsExactly(
                new QueryGaps.OnDay(today.minusDays(2), 1, 0), new QueryGaps.OnDay(today.minusDays(1), 1, 0),
                new QueryGaps.OnDay(today, 0, 0));
        assertThat(new QueryGaps(store).trend(today, 90)).hasSize(90);
        assertThat(store.rollup(0).days().keySet()).hasSize(100).allMatch(day -> day.isAfter(today.minusDays(101)));
    }

    @Test
    void who_is_always_slower_than_another_writer_gives_up_as_contended() {
        GapViewsInMemory store = new GapViewsInMemory(new Random(9)) {
            @Override
            public boolean replace(GapRollup rollup, long expectedOffset) {
                return false;
            }
        };
        GapEvent event = GapHistory.next(new Random(9), "g-1", null);

        assertThatThrownBy(() -> new ProjectGaps(store).project(0, List.of(new Recorded(0, event))))
                .isInstanceOf(AssessSubjects.Contended.class);
    }
}
