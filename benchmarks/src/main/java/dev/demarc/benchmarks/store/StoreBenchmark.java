package dev.demarc.benchmarks.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import dev.demarc.benchmarks.Benchmark;
import dev.demarc.benchmarks.Timing;
import dev.demarc.embedded.EmbeddedStore;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The store at 100,000 documents of about 4 KB (both can be given: documents, then single calls of each kind). */
public final class StoreBenchmark implements Benchmark {

    private static final int BATCH = 500;
    private static final int WRITERS = 4;

    @Override
    public void run(List<String> arguments) throws Exception {
        int count = arguments.isEmpty() ? 100_000 : Integer.parseInt(arguments.getFirst());
        int calls = arguments.size() < 2 ? 2_000 : Integer.parseInt(arguments.get(1));
        Path directory = Files.createTempDirectory("demarc-benchmark");
        try (EmbeddedStore store = EmbeddedStore.start(directory);
                MongoClient client = MongoClients.create(store.connectionString())) {
            MongoCollection<Document> subjects = client.getDatabase("benchmark").getCollection("subjects");
            index(subjects);
            bulk(subjects, count, "inserts", 0);
            bulk(subjects, count, "replaces", 1);
            size(directory, count);
            updates(subjects, count, calls);
            lists(subjects, calls);
            size(directory, count);
        } finally {
            delete(directory);
        }
    }

    private static void index(MongoCollection<Document> subjects) {
        for (String keys : List.of("{team: 1, dueAt: 1}", "{state: 1}", "{dueAt: 1}", "{'gaps.id': 1}",
                "{pendingSince: 1}")) {
            one(subjects.createIndex(Document.parse(keys)));
        }
    }

    private static void bulk(MongoCollection<Document> subjects, int count, String what, int revision) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < count; i += BATCH) {
            starts.add(i);
        }
        long start = System.nanoTime();
        one(Flux.fromIterable(starts)
                .flatMap(from -> subjects.bulkWrite(upserts(from, Math.min(count, from + BATCH), revision),
                        new BulkWriteOptions().ordered(false)), WRITERS)
                .then(Mono.just(true)));
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("bulk upserts (%s, batches of %d, %d at once): %,.0f/s%n", what, BATCH, WRITERS,
                count / seconds);
    }

    private static List<ReplaceOneModel<Document>> upserts(int from, int to, int revision) {
        List<ReplaceOneModel<Document>> models = new ArrayList<>();
        for (int n = from; n < to; n++) {
            models.add(new ReplaceOneModel<>(
                    revision == 0 ? eq("_id", Subjects.id(n)) : and(eq("_id", Subjects.id(n)), eq("revision", 0)),
                    Subjects.document(n, revision), new ReplaceOptions().upsert(true)));
        }
        return models;
    }

    private static void updates(MongoCollection<Document> subjects, int count, int calls) {
        Random random = new Random(1);
        for (int round = 0; round < 2; round++) {
            Timing byId = new Timing(calls);
            Timing guarded = new Timing(calls);
            for (int i = 0; i < calls; i++) {
                String id = Subjects.id(random.nextInt(count));
                byId.time(() -> one(subjects.updateOne(eq("_id", id), combine(inc("touched", 1)))));
                Document now = one(subjects.find(eq("_id", id)).first());
                int revision = now.getInteger("revision");
                guarded.time(() -> require(one(subjects.updateOne(and(eq("_id", id), eq("revision", revision)),
                        combine(inc("touched", 1), set("revision", revision + 1)))).getMatchedCount() == 1));
            }
            if (round == 1) {
                System.out.println("update by _id (baseline): " + byId);
                System.out.println("update by _id and revision: " + guarded);
                System.out.printf("ratio guarded / by _id: %.2f (goal: at most 2)%n", guarded.mean() / byId.mean());
            }
        }
    }

    private static void lists(MongoCollection<Document> subjects, int calls) {
        Random random = new Random(2);
        for (int round = 0; round < 2; round++) {
            Timing byTeam = new Timing(calls / 4);
            Timing byStates = new Timing(calls / 4);
            Timing byGap = new Timing(calls / 4);
            Timing pending = new Timing(calls / 4);
            for (int i = 0; i < calls / 4; i++) {
                String team = Subjects.team(random.nextInt(1000));
                byTeam.time(() -> require(all(subjects.find(and(eq("team", team), eq("severity", "high")))
                        .sort(Sorts.ascending("dueAt")).limit(50)).size() == 50));
                byStates.time(() -> require(all(subjects.find(in("state", "open", "acknowledged"))
                        .sort(Sorts.descending("dueAt")).limit(50)).size() == 50));
                String gap = Subjects.gap(random.nextInt(1000), 1);
                byGap.time(() -> require(all(subjects.find(eq("gaps.id", gap))).size() == 1));
                pending.time(() -> require(all(subjects.find(Document.parse("{pendingSince: {$lt: 5}}"))
                        .limit(50)).isEmpty()));
            }
            if (round == 1) {
                System.out.println("list of a team, filtered, sorted, 50 (goal: under 10 ms): " + byTeam);
                System.out.println("list of two states, sorted by another field, 50: " + byStates);
                System.out.println("find by a value in an array of sub-documents: " + byGap);
                System.out.println("find by a field that is absent everywhere: " + pending);
            }
        }
        Timing scan = new Timing(5);
        Timing counted = new Timing(5);
        for (int i = 0; i < 5; i++) {
            scan.time(() -> require(all(subjects.find(eq("not-indexed", 1))).isEmpty()));
            counted.time(() -> require(one(subjects.countDocuments(eq("state", "open"))) > 0));
        }
        System.out.println("find by a field without an index (whole scan): " + scan);
        System.out.println("count of a quarter of all by an indexed field: " + counted);
    }

    private static void size(Path directory, int count) throws Exception {
        try (Stream<Path> files = Files.walk(directory)) {
            double file = files.mapToLong(path -> path.toFile().length()).sum();
            double live = (double) count * Subjects.BYTES;
            System.out.printf("file %,.0f MB, live data about %,.0f MB, ratio %.2f%n", file / 1e6, live / 1e6,
                    file / live);
        }
    }

    private static void delete(Path directory) throws Exception {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void require(boolean expected) {
        if (!expected) {
            throw new IllegalStateException("the store gave a wrong answer");
        }
    }

    private static <T> T one(Publisher<T> publisher) {
        return Objects.requireNonNull(Mono.from(publisher).block());
    }

    private static <T> List<T> all(Publisher<T> publisher) {
        return Objects.requireNonNull(Flux.from(publisher).collectList().block());
    }
}
