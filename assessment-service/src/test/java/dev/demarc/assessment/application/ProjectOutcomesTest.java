package dev.demarc.assessment.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.demarc.assessment.application.OutcomeHistory.Life;
import dev.demarc.assessment.model.OutcomeProjection.Recorded;
import dev.demarc.assessment.model.OutcomeRollup;
import dev.demarc.contracts.event.OutcomeChanged;
import dev.demarc.contracts.gap.CustomerOutcome;
import dev.demarc.contracts.gap.OutcomeState;
import dev.demarc.contracts.gap.ProviderOutcome;
import dev.demarc.contracts.subject.SubjectKind;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectOutcomesTest {

    /** How many, by cell, workload and in all, and by outcome. */
    static Map<String, Long> recount(Collection<Life> lives) {
        Map<String, Long> counts = new HashMap<>();
        for (Life life : lives) {
            for (OutcomeState outcome : life.outcomes().values()) {
                for (String place : List.of("all", life.model() + ' ' + outcome.control(),
                        "workload " + life.workload())) {
                    if (outcome.provider() != null) {
                        counts.merge(place + ' ' + outcome.provider(), 1L, Long::sum);
                    }
                    if (outcome.customer() != null) {
                        counts.merge(place + ' ' + outcome.customer(), 1L, Long::sum);
                    }
                }
            }
        }
        return counts;
    }

    static Map<String, Long> counted(OutcomeViewStore store) {
        Map<String, Long> counts = new HashMap<>();
        QueryPosture.Posture posture = new QueryPosture(store).posture();
        add(counts, "all", posture.total().provider(), posture.total().customer());
        posture.cells().forEach(cell -> add(counts, cell.serviceModel() + ' ' + cell.control(),
                cell.counts().provider(), cell.counts().customer()));
        posture.workloads().forEach(workload -> add(counts, "workload " + workload.workload(),
                workload.counts().provider(), workload.counts().customer()));
        return counts;
    }

    private static void add(Map<String, Long> counts, String place, Map<ProviderOutcome, Long> provider,
            Map<CustomerOutcome, Long> customer) {
        provider.forEach((outcome, count) -> counts.put(place + ' ' + outcome, count));
        customer.forEach((outcome, count) -> counts.put(place + ' ' + outcome, count));
        counts.values().removeIf(count -> count == 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void a_crash_after_any_write_and_another_cut_into_batches_falsify_no_count(int seed) {
        for (int run = 0; run < 40; run++) {
            Random random = new Random(seed * 1_000L + run);
            OutcomeHistory history = new OutcomeHistory(random);
            List<Recorded> partition = history.partition(9, 120);
            OutcomeViewsInMemory store = new OutcomeViewsInMemory(random);
            ProjectOutcomes project = new ProjectOutcomes(store);
            int committed = 0;
            while (committed < partition.size()) {
                int end = Math.min(partition.size(), committed + 1 + random.nextInt(40));
                if (random.nextInt(3) > 0) {
                    store.dieAfter(random.nextInt(12));
                }
                try {
                    project.project(3, partition.subList(committed, end));
                    committed = random.nextInt(5) == 0 ? committed : end;
                } catch (OutcomeViewsInMemory.Died died) {
                    // the next batch begins at the committed offset again, with another end
                }
                store.dieAfter(Integer.MAX_VALUE);
            }
            assertThat(counted(store)).isEqualTo(recount(history.lives().values())).isNotEmpty();
        }
    }

    @Test
    void an_instance_that_lost_the_partition_and_the_one_that_got_it_count_each_change_once_wherever_they_meet() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            OutcomeHistory history = new OutcomeHistory(random);
            List<Recorded> partition = history.partition(6, 60);
            OutcomeViewsInMemory store = new OutcomeViewsInMemory(random);
            ProjectOutcomes project = new ProjectOutcomes(store);
            int mine = 1 + random.nextInt(partition.size());
            int theirs = 1 + random.nextInt(partition.size());
            Runnable other = () -> project.project(3, partition.subList(0, theirs));
            if (seed % 2 == 0) {
                store.beforeRollup(other);
            } else {
                store.beforeViews(other);
            }
            project.project(3, partition.subList(0, mine));
            project.project(3, partition.subList(theirs, partition.size()));
            assertThat(counted(store)).as("seed " + seed).isEqualTo(recount(history.lives().values()));
        }
    }

    @Test
    void an_event_that_comes_again_after_a_later_one_changes_nothing() {
        Random random = new Random(5);
        Life life = new Life("r-1", SubjectKind.RESOURCE);
        OutcomeChanged first = life.step(random);
        OutcomeChanged second = life.step(random);
        OutcomeViewsInMemory store = new OutcomeViewsInMemory(random);

        new ProjectOutcomes(store).project(0,
                List.of(new Recorded(0, first), new Recorded(1, second), new Recorded(2, first)));

        assertThat(counted(store)).isEqualTo(recount(List.of(life)));
    }

    @Test
    void a_subject_that_was_forgotten_and_counts_from_one_again_is_counted() {
        Random random = new Random(6);
        Map<String, OutcomeState> backup = Map.of("backup", OutcomeHistory.outcome(random, "backup"));
        Life first = new Life("r-1", SubjectKind.RESOURCE);
        OutcomeChanged born = first.become(backup, true);
        OutcomeChanged changed = first.become(Map.of("backup", OutcomeHistory.outcome(random, "backup")), true);
        OutcomeChanged dead = first.become(Map.of(), false);
        Life again = new Life("r-1", SubjectKind.RESOURCE);
        OutcomeChanged soon = again.become(backup, true);
        OutcomeViewsInMemory store = new OutcomeViewsInMemory(random);
        ProjectOutcomes project = new ProjectOutcomes(store);

        project.project(0, List.of(new Recorded(0, born), new Recorded(1, changed), new Recorded(2, dead),
                new Recorded(3, soon)));
        assertThat(counted(store)).as("a repetition").isEmpty();
        project.project(0, List.of(new Recorded(4, later(soon))));
        assertThat(counted(store)).isEqualTo(recount(List.of(again)));
    }

    private static OutcomeChanged later(OutcomeChanged event) {
        return new OutcomeChanged(event.subject(), event.incarnation(), event.sequence(), event.origin(),
                event.at().plus(Duration.ofDays(46)), event.workload(), event.ownerTeam(), event.serviceModel(), 1, 1,
                event.outcomes(), event.removed());
    }

    @Test
    void events_from_before_there_were_sequences_count_in_their_order_of_time() {
        Random random = new Random(7);
        Life life = new Life("r-1", SubjectKind.RESOURCE);
        OutcomeChanged first = life.step(random);
        OutcomeChanged second = life.step(random);
        OutcomeViewsInMemory store = new OutcomeViewsInMemory(random);

        new ProjectOutcomes(store).project(0, List.of(new Recorded(0, old(first, 0)), new Recorded(1, old(second, 1)),
                new Recorded(2, old(first, 0))));

        assertThat(counted(store)).isEqualTo(recount(List.of(life)));
        new ProjectOutcomes(store).project(0, List.of(new Recorded(3, life.step(random))));
        assertThat(counted(store)).isEqualTo(recount(List.of(life)));
    }

    private static OutcomeChanged old(OutcomeChanged event, long seconds) {
        return new OutcomeChanged(event.subject(), event.incarnation(), null, event.origin(),
                event.at().plusSeconds(seconds), event.workload(), event.ownerTeam(), event.serviceModel(), 1, 1,
                event.outcomes(), event.removed());
    }

    @Test
    void only_resources_count() {
        Random random = new Random(8);
        OutcomeViewsInMemory store = new OutcomeViewsInMemory(random);

        new ProjectOutcomes(store).project(0,
                List.of(new Recorded(0, new Life("a-aws-1", SubjectKind.ACCOUNT).step(random))));

        assertThat(store.all()).isEmpty();
        assertThat(store.rollup(0)).isEqualTo(new OutcomeRollup(0, 0, Map.of(), Map.of()));
    }

    @Test
    void who_is_always_slower_than_another_writer_gives_up_as_contended() {
        OutcomeViewsInMemory store = new OutcomeViewsInMemory(new Random(9)) {
            @Override
            public boolean replace(OutcomeRollup rollup, long expectedOffset) {
                return false;
            }
        };
        OutcomeChanged event = new Life("r-1", SubjectKind.RESOURCE).step(new Random(9));

        assertThatThrownBy(() -> new ProjectOutcomes(store).project(0, List.of(new Recorded(0, event))))
                .isInstanceOf(AssessSubjects.Contended.class);
    }
}
