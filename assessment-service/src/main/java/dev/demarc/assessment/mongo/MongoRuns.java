package dev.demarc.assessment.mongo;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.assessment.application.Run;
import dev.demarc.assessment.application.RunStore;
import dev.demarc.contracts.gap.Origin;
import dev.demarc.platform.mongo.Await;
import dev.demarc.platform.mongo.Counts;
import dev.demarc.platform.mongo.DuplicateKey;
import dev.demarc.platform.mongo.Index;
import dev.demarc.platform.mongo.Indexes;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Runs in {@code assessment.runs}, how many subjects were judged for them in {@code assessment.run-progress}. */
public final class MongoRuns implements RunStore {

    private static final String RUNS = "assessment.runs";
    private static final String PROGRESS = "assessment.run-progress";
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoDatabase database;
    private final MongoCollection<Document> runs;
    private final MongoCollection<Document> progress;

    /** In this database; creates the indexes that the queries need. */
    public MongoRuns(MongoDatabase database) {
        Indexes.ensure(database, RUNS, Index.on("state"), Index.on("order"));
        Indexes.ensure(database, PROGRESS, Index.on("run"));
        this.database = database;
        this.runs = database.getCollection(RUNS);
        this.progress = database.getCollection(PROGRESS);
    }

    @Override
    public void insertIfAbsent(Run run) {
        if (find(run.id()).isEmpty()) {
            DuplicateKey.written(() -> Await.one(runs.insertOne(document(run, 1))));
        }
    }

    @Override
    public Optional<Run> replace(Run run) {
        Document next = document(run, run.revision() + 1);
        boolean written = Await.one(
                runs.replaceOne(new Document("_id", run.id()).append("revision", run.revision()), next))
                .getMatchedCount() == 1;
        return written ? Optional.of(run(next)) : Optional.empty();
    }

    @Override
    public List<Run> claimable(Instant now, int limit) {
        return read(runs.find(new Document("state", new Document("$in", List.of("queued", "running"))))
                .sort(new Document("order", 1)).limit(limit)).stream()
                .filter(run -> run.leaseUntil() == null || run.leaseUntil().isBefore(now)).toList();
    }

    @Override
    public List<Run> page(Set<Run.State> states, @Nullable String after, int limit) {
        Document filter = in(states);
        if (after != null) {
            Optional<Run> last = find(after);
            if (last.isEmpty()) {
                return List.of();
            }
            filter.append("order", new Document("$lt", order(last.get())));
        }
        return read(runs.find(filter).sort(new Document("order", -1)).limit(limit));
    }

    @Override
    public long count(Set<Run.State> states, int most) {
        return Await.one(Counts.upTo(database, RUNS, in(states), most));
    }

    private static Document in(Set<Run.State> states) {
        return states.isEmpty()
                ? new Document()
                : new Document("state",
                        new Document("$in",
                                states.stream().map(state -> state.name().toLowerCase(Locale.ROOT)).toList()));
    }

    @Override
    public Optional<Run> find(String id) {
        return read(runs.find(new Document("_id", id))).stream().findFirst();
    }

    private static List<Run> read(Publisher<Document> documents) {
        return Await.list(documents).stream().map(MongoRuns::run).toList();
    }

    @Override
    public void addJudged(String run, int partition, List<Long> offsets) {
        while (!added(run, partition, offsets)) {
            // somebody else was faster, and the stored offset has risen
        }
    }

    /** Counts what is beyond the stored offset if that is still the same when it is written. */
    private boolean added(String run, int partition, List<Long> offsets) {
        String id = run + '/' + partition;
        long stored = Await.first(progress.find(new Document("_id", id)))
                .map(document -> document.getLong("offset")).orElse(-1L);
        long count = offsets.stream().filter(offset -> offset > stored).count();
        return count == 0 || DuplicateKey.written(() -> Await.one(progress.updateOne(
                new Document("_id", id).append("offset", stored),
                new Document("$inc", new Document("judged", count))
                        .append("$set", new Document("offset", offsets.getLast()).append("run", run)),
                UPSERT)));
    }

    @Override
    public long judged(String run) {
        return Await.list(progress.find(new Document("run", run))).stream()
                .mapToLong(document -> document.get("judged", Number.class).longValue()).sum();
    }

    /** Sorts by time, then by id. */
    private static String order(Run run) {
        return String.format(Locale.ROOT, "%015d/%s", run.createdAt().toEpochMilli(), run.id());
    }

    private static Document document(Run run, long revision) {
        return new Document("_id", run.id()).append("revision", revision).append("order", order(run))
                .append("origin", run.origin().word()).append("title", run.title())
                .append("serviceModel", run.serviceModel()).append("modelVersion", run.modelVersion())
                .append("types", run.types())
                .append("catalogRevision", run.catalogRevision()).append("contextRevision", run.contextRevision())
                .append("state", run.state().name().toLowerCase(Locale.ROOT)).append("total", run.total())
                .append("scanned", run.scanned()).append("asked", run.asked()).append("cursor", run.cursor())
                .append("createdAt", Date.from(run.createdAt())).append("finishedAt", date(run.finishedAt()))
                .append("leaseUntil", date(run.leaseUntil()));
    }

    private static Run run(Document document) {
        return new Run(document.getString("_id"), Origin.of(document.getString("origin")),
                document.getString("title"), document.getString("serviceModel"),
                document.getInteger("modelVersion", 0), document.getList("types", String.class),
                document.getLong("catalogRevision"), document.getLong("contextRevision"),
                Run.State.valueOf(document.getString("state").toUpperCase(Locale.ROOT)), document.getLong("total"),
                document.getLong("scanned"), document.getLong("asked"), document.getString("cursor"),
                document.getDate("createdAt").toInstant(), instant(document.getDate("finishedAt")),
                instant(document.getDate("leaseUntil")), document.getLong("revision"));
    }

    private static @Nullable Date date(@Nullable Instant instant) {
        return instant == null ? null : Date.from(instant);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
