package dev.demarc.notification.mongo;

import com.mongodb.client.result.DeleteResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.notification.application.SummaryStore;
import dev.demarc.notification.model.BaselineKey;
import dev.demarc.notification.model.BaselineSummary;
import dev.demarc.platform.mongo.DuplicateKey;
import dev.demarc.platform.mongo.Index;
import dev.demarc.platform.mongo.Indexes;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Baseline summaries in {@code notification.baseline-summaries}. */
public final class MongoSummaryStore implements SummaryStore {

    /** The collection. */
    public static final String COLLECTION = "notification.baseline-summaries";

    private final MongoCollection<Document> summaries;
    private final Clock clock;

    /** Uses the indexes of {@link #ensureIndexes}; the clock dates changes for {@link #purge}. */
    public MongoSummaryStore(MongoDatabase database, Clock clock) {
        this.summaries = database.getCollection(COLLECTION);
        this.clock = clock;
    }

    /** Creates what the queries need; blocks until the store is there. */
    public static void ensureIndexes(MongoDatabase database) {
        Indexes.ensure(database, COLLECTION, Index.on(SummaryMapping.ACT_AT));
    }

    @Override
    public Mono<BaselineSummary> find(BaselineKey key) {
        return Mono.from(summaries.find(Documents.filter("_id", key.id())).first())
                .map(SummaryMapping::read)
                .defaultIfEmpty(BaselineSummary.empty(key));
    }

    @Override
    public Flux<BaselineSummary> due(Instant now, int limit) {
        return Flux.from(summaries.find(
                new Document(SummaryMapping.ACT_AT, new Document("$lte", Date.from(now))))
                .sort(new Document(SummaryMapping.ACT_AT, 1)).limit(limit)).map(SummaryMapping::read);
    }

    @Override
    public Mono<Boolean> replace(BaselineSummary summary) {
        Document document = SummaryMapping.write(summary, clock.instant());
        if (summary.revision() == 1) {
            return Mono.from(summaries.insertOne(document)).map(_ -> true)
                    .onErrorResume(DuplicateKey::is, _ -> Mono.just(false));
        }
        return Mono.from(summaries.replaceOne(Documents.before(summary.key().id(), summary.revision()), document))
                .map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Long> purge(Instant changedBefore) {
        return Mono.from(summaries.deleteMany(
                new Document(SummaryMapping.CHANGED_AT, new Document("$lt", Date.from(changedBefore)))))
                .map(DeleteResult::getDeletedCount);
    }
}
