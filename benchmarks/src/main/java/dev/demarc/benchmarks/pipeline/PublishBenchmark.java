package dev.demarc.benchmarks.pipeline;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.assessment.application.CompiledModel;
import dev.demarc.assessment.application.Models;
import dev.demarc.assessment.application.Snapshots;
import dev.demarc.benchmarks.Benchmark;
import dev.demarc.benchmarks.Timing;
import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.catalog.model.SourceFile;
import dev.demarc.catalog.publishing.Catalog;
import dev.demarc.catalog.publishing.Drafts;
import dev.demarc.catalog.publishing.Publishing;
import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.event.ServiceModelPublished;
import dev.demarc.platform.mongo.Await;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * How long after a draft is published the assessment judges by it: until it has the version, and until the first and the
 * last bucket were judged again; beside the same record sent to a compacted topic and read from it.
 */
public final class PublishBenchmark implements Benchmark {

    private static final String KEY = "aws/s3";
    private static final int BUCKETS = 100;
    private static final int WARM_UP = 5;
    private static final int TIMES = 20;

    @Override
    public void run(List<String> arguments) throws Exception {
        int times = arguments.isEmpty() ? TIMES : Integer.parseInt(arguments.getFirst());
        try (Services services = Services.start(); BareTopic bare = new BareTopic(services.brokers())) {
            Changes changes = new Changes(services.brokers());
            changes.produce(0, BUCKETS);
            changes.awaitConsumed();
            Rounds rounds = new Rounds(services, bare, times + WARM_UP);
            for (int i = 0; i < WARM_UP; i++) {
                rounds.publish(i);
            }
            rounds = new Rounds(services, bare, times);
            for (int i = 0; i < times; i++) {
                rounds.publish(WARM_UP + i);
            }
            rounds.print();
        }
    }

    private static final class Rounds {

        private final Drafts drafts;
        private final Publishing publishing;
        private final Catalog catalog;
        private final Snapshots snapshots;
        private final MongoCollection<Document> subjects;
        private final BareTopic bare;
        private final Timing answered;
        private final Timing known;
        private final Timing first;
        private final Timing last;
        private final Timing baseline;
        private int bytes;

        Rounds(Services services, BareTopic bare, int times) {
            this.drafts = services.catalog().getBean(Drafts.class);
            this.publishing = services.catalog().getBean(Publishing.class);
            this.catalog = services.catalog().getBean(Catalog.class);
            this.snapshots = services.assessment().getBean(Snapshots.class);
            this.subjects = services.assessment().getBean(MongoDatabase.class).getCollection("assessment.subjects");
            this.bare = bare;
            this.answered = new Timing(times);
            this.known = new Timing(times);
            this.first = new Timing(times);
            this.last = new Timing(times);
            this.baseline = new Timing(times);
        }

        void publish(int number) throws Exception {
            int next = Await.one(catalog.versions(KEY)).next();
            ServiceModel model = Await.one(catalog.version(KEY, next - 1)).model();
            ServiceModel draft = new ServiceModel(KEY, 0, model.name(), model.provider(), model.serviceClass(),
                    model.deliveryModel(), "Object storage, edition " + number + ".", model.resourceTypes(),
                    model.responsibilities(), model.unchecked(), List.of(), model.sources());
            if (!(drafts.save(KEY, null, new SourceFile<>(KEY, draft, Map.of()),
                    "bench") instanceof Drafts.Written written)) {
                throw new IllegalStateException("somebody else has a draft of " + KEY);
            }
            long start = System.nanoTime();
            Publishing.Result result = publishing.publish(KEY, written.draft().draft().revision(), "bench");
            answered.since(start);
            if (!(result instanceof Publishing.Published)) {
                throw new IllegalStateException(result.toString());
            }
            await(() -> has(snapshots.models(), next));
            known.since(start);
            await(() -> judged(next) > 0);
            first.since(start);
            await(() -> judged(next) == BUCKETS);
            last.since(start);
            bare(Await.one(catalog.version(KEY, next)));
        }

        private void bare(PublishedVersion version) throws Exception {
            byte[] record = ContractJson.mapper().writeValueAsBytes(new ServiceModelPublished(version.model(),
                    version.entry().digest(), version.entry().publishedAt()));
            bytes = record.length;
            long start = System.nanoTime();
            bare.sendAndRead(record);
            baseline.since(start);
        }

        private static boolean has(@Nullable Models models, int version) {
            CompiledModel model = models == null ? null : models.named(KEY);
            return model != null && model.model().version() == version;
        }

        private long judged(int version) {
            return Await.one(subjects.countDocuments(
                    new Document("type", "AWS::S3::Bucket").append("modelVersion", version)));
        }

        private static void await(BooleanSupplier there) throws InterruptedException {
            while (!there.getAsBoolean()) {
                Thread.sleep(1);
            }
        }

        void print() {
            System.out.printf("a draft of %s published, %,d bytes with its controls; %d buckets%n", KEY, bytes,
                    BUCKETS);
            row("publish answers (checked, in the store)", answered);
            row("the assessment has the version", known);
            row("the first bucket is judged by it", first);
            row("the last bucket is judged by it", last);
            row("bare: the same record to a compacted topic and back", baseline);
        }

        private void row(String what, Timing timing) {
            System.out.printf("  %-52s median %,7.1f ms, p95 %,7.1f ms, %6.1f × bare%n", what, timing.quantile(0.5),
                    timing.quantile(0.95), timing.quantile(0.5) / baseline.quantile(0.5));
        }
    }
}
