package dev.demarc.assessment.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.assessment.Running;
import dev.demarc.assessment.model.OutcomeProjection.Recorded;
import dev.demarc.assessment.model.OutcomeRollup;
import dev.demarc.assessment.model.OutcomeRollup.Cell;
import dev.demarc.assessment.model.OutcomeView;
import dev.demarc.assessment.model.OutcomeView.Parts;
import dev.demarc.assessment.mongo.MongoOutcomeViews;
import dev.demarc.contracts.gap.CustomerOutcome;
import dev.demarc.contracts.gap.ProviderOutcome;
import dev.demarc.platform.mongo.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The counts of outcomes on a real store, in a database of its own. */
class ProjectOutcomesIT {

    private final MongoDatabase database = Running.service().bean(MongoClient.class).getDatabase("outcome-views-it");
    private final OutcomeViewStore store = new MongoOutcomeViews(database);

    @AfterEach
    void drop() {
        Await.none(database.drop());
    }

    @Test
    void two_instances_on_one_partition_at_the_same_time_count_each_change_once() {
        OutcomeHistory history = new OutcomeHistory(new Random(12));
        List<Recorded> partition = history.partition(10, 150);
        List<CompletableFuture<Void>> instances = new ArrayList<>();
        for (int instance = 0; instance < 2; instance++) {
            Random random = new Random(instance);
            instances.add(CompletableFuture.runAsync(() -> {
                ProjectOutcomes project = new ProjectOutcomes(store);
                for (int from = 0; from < partition.size();) {
                    int end = Math.min(partition.size(), from + 1 + random.nextInt(20));
                    project.project(4, partition.subList(from, end));
                    from = end;
                }
            }));
        }
        instances.forEach(CompletableFuture::join);

        assertThat(ProjectOutcomesTest.counted(store))
                .isEqualTo(ProjectOutcomesTest.recount(history.lives().values())).isNotEmpty();
    }

    @Test
    void a_view_is_read_as_it_was_written_and_replaced_only_by_who_has_read_it_last() {
        OutcomeView view = new OutcomeView("r-1", 0, 3, OutcomeHistory.NOON, 1, null, "aws/s3",
                Map.of("backup", new Parts(null, CustomerOutcome.UNKNOWN), "patching",
                        new Parts(ProviderOutcome.CLAIMED, null)));

        assertThat(store.replace(List.of(view))).isTrue();
        assertThat(store.find(List.of("r-1", "r-2"))).containsExactly(view.written());
        assertThat(store.replace(List.of(view))).isFalse();
        assertThat(store.replace(List.of(view.written()))).isTrue();
    }

    @Test
    void a_rollup_is_read_as_it_was_written_and_not_overwritten_where_somebody_else_was_faster() {
        OutcomeHistory history = new OutcomeHistory(new Random(13));
        new ProjectOutcomes(store).project(1, history.partition(5, 30));
        OutcomeRollup rollup = store.rollup(1);

        assertThat(rollup.cells()).containsKey(new Cell("aws/s3", "backup"));
        assertThat(store.rollups()).containsExactly(rollup);
        OutcomeRollup next = new OutcomeRollup(1, rollup.offset() + 1, Map.of(), rollup.workloads());
        assertThat(store.replace(next, rollup.offset() - 1)).isFalse();
        assertThat(store.replace(next, -1)).isFalse();
        assertThat(store.replace(next, rollup.offset())).isTrue();
        assertThat(store.rollup(1)).isEqualTo(next);
    }
}
