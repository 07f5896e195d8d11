package dev.demarc.notification.mongo;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.notification.application.SequenceStore;
import dev.demarc.platform.mongo.Index;
import dev.demarc.platform.mongo.Indexes;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sequences in {@code notification.gap-sequences}. */
public final class MongoSequenceStore implements SequenceStore {

    /** The collection. */
    public static final String COLLECTION = "notification.gap-sequences";
    private static final String SEQUENCE = "sequence";
    private static final String SEEN_AT = "seenAt";

    private final MongoCollection<Document> sequences;

    /** Uses the indexes of {@link #ensureIndexes}. */
    public MongoSequenceStore(MongoDatabase database) {
        this.sequences = database.getCollection(COLLECTION);
    }

    /** Creates what the queries need; blocks until the store is there. */
    public static void ensureIndexes(MongoDatabase database) {
        Indexes.ensure(database, COLLECTION, Index.on(SEEN_AT));
    }

    @Override
    public Mono<Map<String, Long>> highest(Collection<String> gaps) {
        return Flux.from(sequences.find(new Document("_id", new Document("$in", List.copyOf(gaps)))))
                .collectMap(document -> Documents.text(document, "_id"),
                        document -> Documents.number(document, SEQUENCE));
    }

    @Override
    public Mono<Void> raise(Map<String, Long> raised, Instant now) {
        List<UpdateOneModel<Document>> updates = raised.entrySet().stream()
                .map(entry -> new UpdateOneModel<Document>(Documents.filter("_id", entry.getKey()),
                        new Document("$max", new Document(SEQUENCE, entry.getValue()))
                                .append("$set", new Document(SEEN_AT, Date.from(now))),
                        new UpdateOptions().upsert(true)))
                .toList();
        return updates.isEmpty()
                ? Mono.empty()
                : Mono.from(sequences.bulkWrite(updates, new BulkWriteOptions().ordered(false))).then();
    }

    @Override
    public Mono<Long> purge(Instant seenBefore) {
        return Mono.from(sequences.deleteMany(new Document(SEEN_AT, new Document("$lt", Date.from(seenBefore)))))
                .map(DeleteResult::getDeletedCount);
    }
}
