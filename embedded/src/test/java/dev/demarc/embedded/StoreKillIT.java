package dev.demarc.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static dev.demarc.embedded.StoreClient.all;
import static dev.demarc.embedded.StoreClient.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.MongoException;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreKillIT {

    private static final int WRITERS = 8;
    private static final String PADDING = "x".repeat(2_000);

    @TempDir
    private Path directory = Path.of("unset");

    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger torn = new AtomicInteger();
    private volatile boolean running;

    @Test
    void threeKilledProcessesLoseNothingThatWasAcknowledged() throws Exception {
        kill(3);
    }

    @Test
    @Tag("long")
    void twentyKilledProcessesLoseNothingThatWasAcknowledged() throws Exception {
        kill(20);
    }

    private void kill(int times) throws Exception {
        Random random = new Random(times);
        for (int round = 0; round < times; round++) {
            int target = writes.get() + 100 + random.nextInt(400);
            try (KilledProcess process = KilledProcess.start(StoreProcess.class, directory);
                    StoreClient client = new StoreClient(process.address() + "&serverSelectionTimeoutMS=3000")) {
                MongoCollection<Document> things = client.collection("things");
                one(things.createIndex(Document.parse("{owner: 1, revision: 1}")));
                running = true;
                try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
                    for (int writer = 0; writer < WRITERS; writer++) {
                        int number = writer;
                        workers.execute(() -> write(things, number));
                    }
                    workers.execute(() -> read(things));
                    await().atMost(Duration.ofMinutes(1)).pollInterval(Duration.ofMillis(1))
                            .until(() -> writes.get() >= target || !running);
                    process.close();
                    running = false;
                }
            }
            check();
        }
        System.out.printf("%d kills: %d acknowledged writes, 0 lost; %d reads, %d torn%n", times, writes.get(),
                reads.get(), torn.get());
        assertThat(torn).hasValue(0);
    }

    private void write(MongoCollection<Document> things, int writer) {
        Random random = new Random(writer);
        try {
            while (running) {
                String id = writer + "-" + random.nextInt(20);
                int revision = acknowledged.getOrDefault(id, 0);
                Document next = new Document("_id", id).append("owner", writer).append("revision", revision + 1)
                        .append("padding", PADDING).append("copy", revision + 1);
                if (revision == 0) {
                    one(things.replaceOne(eq("_id", id), next,
                            new ReplaceOptions().upsert(true)));
                } else {
                    one(things.replaceOne(and(eq("_id", id), eq("revision", revision)), next));
                }
                acknowledged.put(id, revision + 1);
                writes.incrementAndGet();
            }
        } catch (MongoException e) {
            running = false;
        }
    }

    private void read(MongoCollection<Document> things) {
        try {
            while (running) {
                for (Document thing : all(things.find(eq("owner", reads.get() % WRITERS)))) {
                    reads.incrementAndGet();
                    if (!Objects.equals(thing.get("revision"), thing.get("copy"))) {
                        torn.incrementAndGet();
                    }
                }
            }
        } catch (MongoException e) {
            running = false;
        }
    }

    private void check() {
        try (EmbeddedStore store = EmbeddedStore.start(directory);
                StoreClient client = new StoreClient(store.connectionString())) {
            MongoCollection<Document> things = client.collection("things");
            List<Document> found = all(things.find());
            for (Document thing : found) {
                String id = thing.getString("_id");
                int kept = thing.getInteger("revision");
                int told = acknowledged.getOrDefault(id, 0);
                assertThat(kept).as("revision of %s", id).isBetween(told, told + 1);
                assertThat(thing.get("copy")).isEqualTo(kept);
                assertThat(all(things.find(and(eq("owner", thing.get("owner")), eq("revision", kept)))))
                        .as("through the index").contains(thing);
                acknowledged.put(id, kept);
            }
            assertThat(found).extracting(thing -> thing.getString("_id"))
                    .containsExactlyInAnyOrderElementsOf(acknowledged.keySet());
        }
    }
}
