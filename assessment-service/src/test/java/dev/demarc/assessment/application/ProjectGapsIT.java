package dev.demarc.assessment.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.assessment.Running;
import dev.demarc.assessment.model.GapBucket;
import dev.demarc.assessment.model.GapProjection.Recorded;
import dev.demarc.assessment.model.GapRollup;
import dev.demarc.assessment.model.GapRollup.OfDay;
import dev.demarc.assessment.model.GapView;
import dev.demarc.assessment.mongo.MongoGapViews;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.contracts.gap.GapState;
import dev.demarc.platform.mongo.Await;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The read side on a real store, in a database of its own. */
class ProjectGapsIT {

    private static final GapFilter ALL = filter(Set.of(), Set.of(), Set.of());

    private final MongoDatabase database = Running.service().bean(MongoClient.class).getDatabase("gap-views-it");
    private final MongoGapViews store = new MongoGapViews(database);

    @AfterEach
    void drop() {
        Await.none(database.drop());
    }

    private static GapFilter filter(Set<GapState> states, Set<Severity> severities, Set<String> teams) {
        return new GapFilter(states, teams, Set.of(), severities, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(),
                Set.of(), Set.of(), null, null, null);
    }

    private static GapFilter since(@Nullable Instant opened, @Nullable Instant resolved) {
        return new GapFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(),
                Set.of(), Set.of(), opened, resolved, null);
    }

    private static GapFilter dueBefore(Instant moment) {
        return new GapFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(),
                Set.of(), Set.of(), null, null, moment);
    }

    /** Dies before or in the middle of a write. */
    private static final class Dying implements GapViewStore {

        private final GapViewStore store;
        private final Random random;
        private int writesLeft;

        Dying(GapViewStore store, Random random) {
            this.store = store;
            this.random = random;
            this.writesLeft = random.nextInt(3);
        }

        @Override
        public List<GapView> find(Collection<String> ids) {
            return store.find(ids);
        }

        @Override
        public void replace(Collection<GapView> views) {
            if (writesLeft-- == 0) {
                store.replace(List.copyOf(views).subList(0, random.nextInt(views.size() + 1)));
                throw new GapViewsInMemory.Died();
            }
            store.replace(views);
        }

        @Override
        public GapRollup rollup(int partition) {
            return store.rollup(partition);
        }

        @Override
        public boolean replace(GapRollup rollup, long expectedOffset) {
            if (writesLeft-- == 0) {
                throw new GapViewsInMemory.Died();
            }
            return store.replace(rollup, expectedOffset);
        }

        @Override
        public List<GapRollup> rollups() {
            return store.rollups();
        }

        @Override
        public List<GapView> page(GapFilter filter, GapOrder order, @Nullable Place after, int limit) {
            return store.page(filter, order, after, limit);
        }

        @Override
        public Place place(GapOrder order, GapView view) {
            return store.place(order, view);
        }

        @Override
        public long count(GapFilter filter, int most) {
            return store.count(filter, most);
        }
    }

    private List<GapView> all() {
        return store.page(ALL, GapOrder.MOST_SEVERE, null, 10_000);
    }

    private void assertCountsEqualARecount(int partition) {
        Map<GapBucket, Long> recount = all().stream().map(GapView::bucket)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(store.rollup(partition).counts()).isEqualTo(recount).isNotEmpty();
    }

    @Test
    void crashes_at_every_write_and_other_cuts_falsify_no_count_on_a_real_store() {
        Random random = new Random(11);
        List<Recorded> partition = GapHistory.random(random, 15, 150);
        int committed = 0;
        int deaths = 0;
        while (committed < partition.size()) {
            int end = Math.min(partition.size(), committed + 1 + random.nextInt(25));
            boolean dies = random.nextInt(3) > 0;
            try {
                new ProjectGaps(dies ? new Dying(store, random) : store).project(2,
                        partition.subList(committed, end));
                committed = end;
            } catch (GapViewsInMemory.Died died) {
                deaths++;
            }
        }
        assertThat(deaths).isGreaterThan(3);
        assertCountsEqualARecount(2);
    }

    @Test
    void two_instances_on_one_partition_at_the_same_time_count_each_transition_once() {
        List<Recorded> partition = GapHistory.random(new Random(12), 10, 120);
        List<CompletableFuture<Void>> instances = new ArrayList<>();
        for (int instance = 0; instance < 2; instance++) {
            Random random = new Random(instance);
            instances.add(CompletableFuture.runAsync(() -> {
                ProjectGaps project = new ProjectGaps(store);
                for (int from = 0; from < partition.size();) {
                    int end = Math.min(partition.size(), from + 1 + random.nextInt(20));
                    project.project(4, partition.subList(from, end));
                    from = end;
                }
            }));
        }
        instances.forEach(CompletableFuture::join);
        assertCountsEqualARecount(4);
    }

    @Test
    void a_view_of_a_lower_sequence_changes_nothing_and_a_rollup_that_somebody_else_wrote_is_not_overwritten() {
        Random random = new Random(13);
        GapView first = GapView.after(null, GapHistory.next(random, "g-1", null));
        GapView later = new GapView(first.description(), first.status(), 5, first.history());
        store.replace(List.of(later));

        store.replace(List.of(first, GapView.after(null, GapHistory.next(random, "g-2", null))));

        assertThat(store.find(List.of("g-1", "g-2", "g-3"))).extracting(GapView::sequence)
                .containsExactlyInAnyOrder(5L, 1L);
        assertThat(store.replace(new GapRollup(1, 10, Map.of(later.bucket(), 1L), Map.of()), -1)).isTrue();
        assertThat(store.replace(new GapRollup(1, 12, Map.of(), Map.of()), -1)).isFalse();
        assertThat(store.replace(new GapRollup(1, 12, Map.of(), Map.of()), 9)).isFalse();
        assertThat(store.rollup(1)).isEqualTo(new GapRollup(1, 10, Map.of(later.bucket(), 1L), Map.of()));
        assertThat(store.replace(new GapRollup(1, 12, Map.of(), Map.of()), 10)).isTrue();
    }

    @Test
    void a_gap_that_was_forgotten_with_its_subject_and_counts_from_one_again_is_listed_and_counted_anew() {
        GapEvent opened = GapHistory.life("g-1").getFirst();
        GapEvent resolved = GapHistory.life("g-1").getLast();
        GapEvent again = GapHistory.later(opened, GapHistory.FORGOTTEN);
        GapView end = GapView.after(GapView.after(null, opened), resolved);
        GapView anew = GapView.after(null, again);
        ProjectGaps project = new ProjectGaps(store);
        project.project(5, List.of(new Recorded(0, opened), new Recorded(1, resolved)));

        store.replace(List.of(GapView.after(null, GapHistory.later(opened, Duration.ofDays(29)))));
        assertThat(all()).as("a repetition").containsExactly(end);
        project.project(5, List.of(new Recorded(2, again)));
        assertThat(all()).containsExactly(anew);
        assertThat(store.page(filter(Set.of(GapState.OPEN), Set.of(), Set.of()), GapOrder.NEWEST, null, 10))
                .containsExactly(anew);
        assertThat(store.rollup(5).counts()).isEqualTo(Map.of(anew.bucket(), 1L));

        store.replace(List.of(end));
        project.project(5, List.of(new Recorded(3, opened), new Recorded(4, resolved)));
        assertThat(all()).as("the old life by a slow instance and by redelivery").containsExactly(anew);
        assertCountsEqualARecount(5);

        GapView goneAgain = GapView.after(anew, GapHistory.later(resolved, GapHistory.FORGOTTEN));
        store.replace(List.of(goneAgain));
        store.replace(List.of(anew));
        store.replace(List.of(end));
        assertThat(all()).as("the new life's beginning and the old life by slow instances")
                .containsExactly(goneAgain);
    }

    @Test
    void the_days_of_a_rollup_are_kept_and_one_from_before_there_were_days_has_none() {
        GapRollup rollup = new GapRollup(7, 3, Map.of(), Map.of(LocalDate.of(2026, 5, 4), new OfDay(2, 1)));
        store.replace(rollup, -1);
        assertThat(store.rollup(7)).isEqualTo(rollup);

        Await.one(database.getCollection("assessment.gap-rollups").updateOne(new Document("_id", 7),
                new Document("$unset", new Document("days", ""))));
        assertThat(store.rollup(7)).isEqualTo(new GapRollup(7, 3, Map.of(), Map.of()));
    }

    @Test
    void every_order_and_filter_gives_the_pages_that_sorting_all_gives() {
        new ProjectGaps(store).project(0, GapHistory.random(new Random(14), 230, 600));
        List<GapView> all = all();
        for (GapOrder order : GapOrder.values()) {
            for (GapFilter filter : List.of(ALL, filter(Set.of(GapState.OPEN), Set.of(), Set.of()),
                    filter(Set.of(GapState.OPEN, GapState.RESOLVED), Set.of(Severity.HIGH, Severity.LOW),
                            Set.of("payments", "search")),
                    filter(Set.of(), Set.of(), Set.of(GapFilter.NOBODY)),
                    filter(Set.of(GapState.OPEN), Set.of(), Set.of(GapFilter.NOBODY, "search")))) {
                List<String> expected = all.stream().filter(view -> filter.includes(view.bucket()))
                        .sorted(Comparator.comparingLong((GapView view) -> store.place(order, view).value())
                                .thenComparing(GapView::id))
                        .map(GapView::id).toList();
                assertThat(paged(filter, order)).as(order + " " + filter).isNotEmpty().isEqualTo(expected);
                assertThat(new QueryGaps(store).total(filter)).hasValue(expected.size());
                assertThat(store.count(filter, 10_000)).isEqualTo(expected.size());
            }
        }
        assertThat(store.count(ALL, 100)).isEqualTo(100);
    }

    @Test
    void what_was_opened_or_resolved_since_a_moment_is_what_sorting_all_out_gives_in_every_order() {
        new ProjectGaps(store).project(0, GapHistory.random(new Random(15), 120, 300));
        List<GapView> all = all();
        Instant opened = GapHistory.NOON.plusSeconds(25);
        Instant resolved = GapHistory.NOON.plusSeconds(150);
        for (GapOrder order : GapOrder.values()) {
            assertThat(paged(since(opened, null), order)).as(order.word()).isNotEmpty()
                    .containsExactlyElementsOf(sorted(all, order, view -> !view.status().openedAt().isBefore(opened)));
            assertThat(paged(since(null, resolved), order)).as(order.word()).isNotEmpty()
                    .containsExactlyElementsOf(sorted(all, order, view -> isResolvedSince(view, resolved)));
        }
        assertThat(store.count(since(opened, null), 10_000))
                .isEqualTo(paged(since(opened, null), GapOrder.NEWEST).size());
        assertThat(new QueryGaps(store).total(since(null, resolved))).hasValue(
                paged(since(null, resolved), GapOrder.NEWEST).size());
        assertThat(paged(since(opened.minusNanos(1), null), GapOrder.DUE_AT))
                .isEqualTo(paged(since(opened, null), GapOrder.DUE_AT));
        assertThat(paged(since(opened.plusNanos(1), null), GapOrder.DUE_AT))
                .isEqualTo(paged(since(opened.plusMillis(1), null), GapOrder.DUE_AT));
    }

    @Test
    void what_is_due_before_a_moment_is_what_sorting_all_out_gives_in_every_order() {
        new ProjectGaps(store).project(0, GapHistory.random(new Random(17), 120, 300));
        List<GapView> all = all();
        Instant moment = all.stream().map(view -> view.status().dueAt()).sorted().skip(all.size() / 2).findFirst()
                .orElseThrow();
        for (GapOrder order : GapOrder.values()) {
            assertThat(paged(dueBefore(moment), order)).as(order.word()).isNotEmpty()
                    .containsExactlyElementsOf(sorted(all, order, view -> view.status().dueAt().isBefore(moment)));
        }
        assertThat(new QueryGaps(store).total(dueBefore(moment))).hasValue(
                paged(dueBefore(moment), GapOrder.NEWEST).size());
        for (GapOrder order : List.of(GapOrder.DUE_AT, GapOrder.DUE_LAST)) {
            assertThat(paged(dueBefore(moment.plusNanos(1)), order))
                    .isEqualTo(paged(dueBefore(moment.plusMillis(1)), order)).contains(
                            sorted(all, order, view -> view.status().dueAt().equals(moment)).getFirst());
        }
    }

    private static boolean isResolvedSince(GapView view, Instant since) {
        Instant resolvedAt = view.resolvedAt();
        return resolvedAt != null && !resolvedAt.isBefore(since);
    }

    private List<String> sorted(List<GapView> all, GapOrder order, Predicate<GapView> matches) {
        return all.stream().filter(matches).sorted(Comparator.comparingLong((GapView view) -> store.place(order, view)
                .value()).thenComparing(GapView::id)).map(GapView::id).toList();
    }

    @Test
    void all_of_a_list_is_read_page_by_page_in_its_order() {
        new ProjectGaps(store).project(0, GapHistory.random(new Random(16), 1_200, 1_800));
        List<String> read = new ArrayList<>();
        new QueryGaps(store).all(ALL, GapOrder.DUE_AT).forEachRemaining(view -> read.add(view.id()));

        assertThat(read).hasSizeGreaterThan(500).isEqualTo(paged(ALL, GapOrder.DUE_AT));
        assertThat(new QueryGaps(store).areMoreThan(ALL, read.size())).isFalse();
        assertThat(new QueryGaps(store).areMoreThan(ALL, read.size() - 1)).isTrue();
        assertThat(new QueryGaps(store).areMoreThan(since(GapHistory.NOON, null), 10)).isTrue();
    }

    private List<String> paged(GapFilter filter, GapOrder order) {
        return Stream.iterate(store.page(filter, order, null, 40), page -> !page.isEmpty(),
                page -> store.page(filter, order, store.place(order, page.getLast()), 40))
                .flatMap(List::stream).map(GapView::id).toList();
    }
}
