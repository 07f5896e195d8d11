package dev.demarc.assessment.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.assessment.Running;
import dev.demarc.assessment.mongo.MongoRuns;
import dev.demarc.platform.mongo.Await;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How far runs are on a real store, in a database of its own. */
class RunProgressIT {

    private final MongoDatabase database = Running.service().bean(MongoClient.class).getDatabase("run-progress-it");
    private final MongoRuns runs = new MongoRuns(database);

    @AfterEach
    void drop() {
        Await.none(database.drop());
    }

    private static List<Long> offsets(long from, long end) {
        return LongStream.range(from, end).boxed().toList();
    }

    @Test
    void records_that_come_again_in_another_cut_count_once() {
        runs.addJudged("run-1", 0, offsets(0, 500));
        runs.addJudged("run-1", 0, offsets(0, 700));
        assertThat(runs.judged("run-1")).isEqualTo(700);

        runs.addJudged("run-1", 0, offsets(0, 300));
        runs.addJudged("run-1", 0, offsets(0, 700));
        assertThat(runs.judged("run-1")).isEqualTo(700);

        runs.addJudged("run-1", 1, offsets(0, 300));
        runs.addJudged("run-2", 0, offsets(700, 710));
        assertThat(runs.judged("run-1")).isEqualTo(1_000);
        assertThat(runs.judged("run-2")).isEqualTo(10);
    }

    @Test
    void two_instances_on_one_partition_at_the_same_time_count_each_record_once() {
        List<CompletableFuture<Void>> instances = new ArrayList<>();
        for (int instance = 0; instance < 2; instance++) {
            Random random = new Random(instance);
            instances.add(CompletableFuture.runAsync(() -> {
                for (long from = 0; from < 400;) {
                    long end = Math.min(400, from + 1 + random.nextInt(10));
                    runs.addJudged("run-1", 0, offsets(from, end));
                    from = end;
                }
            }));
        }
        instances.forEach(CompletableFuture::join);

        assertThat(runs.judged("run-1")).isEqualTo(400);
    }
}
