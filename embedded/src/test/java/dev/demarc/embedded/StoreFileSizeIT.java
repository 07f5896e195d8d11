package dev.demarc.embedded;

import static com.mongodb.client.model.Filters.eq;
import static dev.demarc.embedded.StoreClient.all;
import static dev.demarc.embedded.StoreClient.one;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/**
 * Space is used again two seconds after it fell free, so the bound holds for a rate of writing: here every
 * document once in 750 milliseconds, or slower.
 */
class StoreFileSizeIT {

    private static final Duration ROUND = Duration.ofMillis(750);
    private static final int ROUNDS = 12;
    private static final int DOCUMENTS = 2_000;
    private static final int BATCH = 200;
    private static final int BYTES = 4_000;
    private static final long BOUND = 4L * DOCUMENTS * BYTES + 64L * 1024 * 1024;

    @TempDir
    private Path directory = Path.of("unset");

    @Test
    void theFileStaysWithinFourTimesItsLiveDataAndSixtyFourMegabytesAndIsReadAgain() throws Exception {
        try (EmbeddedStore store = EmbeddedStore.start(directory);
                StoreClient client = new StoreClient(store.connectionString())) {
            MongoCollection<Document> things = client.collection("things");
            one(things.createIndex(new Document("n", 1)));
            one(things.insertMany(
                    IntStream.range(0, DOCUMENTS).mapToObj(n -> thing(n, 0)).toList()));
            for (int revision : rounds()) {
                one(Flux.range(0, DOCUMENTS).map(n -> new ReplaceOneModel<>(eq("_id", n), thing(n, revision)))
                        .buffer(BATCH).concatMap(things::bulkWrite).count());
                one(Flux.range(0, 200)
                        .flatMap(n -> things.updateOne(eq("_id", n), Updates.inc("single", 1)), 4).count());
                assertThat(size()).as("file after round %d", revision).isLessThan(BOUND);
            }
            assertThat(size()).isLessThan(BOUND);
        }
        long start = System.nanoTime();
        try (EmbeddedStore store = EmbeddedStore.start(directory);
                StoreClient client = new StoreClient(store.connectionString())) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
            MongoCollection<Document> things = client.collection("things");
            assertThat(one(things.countDocuments(eq("revision", ROUNDS)))).isEqualTo(DOCUMENTS);
            List<Document> found = all(things.find(eq("n", 7)));
            assertThat(found).singleElement().satisfies(thing -> assertThat(thing).containsEntry("_id", 7));
        }
        System.out.printf("file %.1f MB of %.1f MB live data%n", size() / 1e6, DOCUMENTS * (double) BYTES / 1e6);
    }

    private static Iterable<Integer> rounds() {
        return Flux.interval(Duration.ZERO, ROUND).onBackpressureDrop().limitRate(1).index((n, tick) -> (int) (n + 1))
                .take(ROUNDS).toIterable(1);
    }

    private long size() throws Exception {
        return Files.size(directory.resolve("store.mv"));
    }

    private static Document thing(int n, int revision) {
        return new Document("_id", n).append("n", n).append("revision", revision).append("padding",
                Integer.toHexString(revision).repeat(BYTES));
    }
}
