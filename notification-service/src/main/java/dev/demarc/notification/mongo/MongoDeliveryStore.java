package dev.demarc.notification.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.client.result.UpdateResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.notification.application.DeliveryQuery;
import dev.demarc.notification.application.DeliveryStore;
import dev.demarc.notification.model.Delivery;
import dev.demarc.platform.mongo.DuplicateKey;
import dev.demarc.platform.mongo.Counts;
import dev.demarc.platform.mongo.Index;
import dev.demarc.platform.mongo.Indexes;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Deliveries in {@code notification.deliveries}. */
public final class MongoDeliveryStore implements DeliveryStore {

    /** The collection. */
    public static final String COLLECTION = "notification.deliveries";
    private static final int AT_ONCE = 500;

    private final MongoDatabase database;
    private final MongoCollection<Document> deliveries;

    /** Uses the indexes of {@link #ensureIndexes}. */
    public MongoDeliveryStore(MongoDatabase database) {
        this.database = database;
        this.deliveries = database.getCollection(COLLECTION);
    }

    /** Creates what the queries need; blocks until the store is there. */
    public static void ensureIndexes(MongoDatabase database) {
        Indexes.ensure(database, COLLECTION,
                Index.on("endpoint", "state", "dueAt", "sequence"),
                Index.on("lane", "state", "sequence"),
                Index.on("place"), Index.on("endpoint", "place"), Index.on("gap", "place"),
                Index.on("team", "place"), Index.on("state", "place"));
    }

    @Override
    public Mono<Integer> insertNew(List<Delivery> fresh) {
        List<Document> documents = fresh.stream().map(DeliveryMapping::write).toList();
        return Flux.fromIterable(documents).buffer(AT_ONCE).concatMap(this::insert).reduce(0, Integer::sum);
    }

    private Mono<Integer> insert(List<Document> documents) {
        return documents.isEmpty()
                ? Mono.just(0)
                : Mono.from(deliveries.insertMany(documents))
                        .map(_ -> documents.size())
                        .onErrorResume(MongoBulkWriteException.class, error -> afterDuplicate(documents, error));
    }

    private Mono<Integer> afterDuplicate(List<Document> documents, MongoBulkWriteException error) {
        int duplicate = DuplicateKey.indexes(error).getFirst();
        return insert(documents.subList(duplicate + 1, documents.size())).map(rest -> duplicate + rest);
    }

    @Override
    public Mono<Delivery> find(String id) {
        return Mono.from(deliveries.find(Documents.filter("_id", id)).first()).map(DeliveryMapping::read);
    }

    @Override
    public Flux<Delivery> due(String endpoint, Instant now, int limit) {
        return Flux.from(deliveries.find(waitingFor(endpoint).append("dueAt", new Document("$lte", Date.from(now))))
                .sort(new Document("dueAt", 1).append("sequence", 1)).limit(limit)).map(DeliveryMapping::read);
    }

    @Override
    public Mono<Delivery> ahead(Delivery delivery) {
        return Mono.from(deliveries.find(waitingIn(delivery.lane())
                .append("sequence", new Document("$lt", delivery.sequence())))
                .sort(new Document("sequence", 1)).limit(1).first()).map(DeliveryMapping::read);
    }

    @Override
    public Mono<Void> wakeNext(String lane, Instant now) {
        return Mono.from(deliveries.find(waitingIn(lane)).sort(new Document("sequence", 1)).limit(1).first())
                .flatMap(next -> Mono.from(deliveries.updateOne(
                        new Document("_id", next.getString("_id")).append("state", DeliveryMapping.WAITING)
                                .append("tries", 0).append("claim", null),
                        new Document("$set", new Document("dueAt", Date.from(now)))
                                .append("$inc", new Document("revision", 1L)))))
                .then();
    }

    @Override
    public Mono<Boolean> replace(Delivery delivery) {
        return Mono.from(deliveries.replaceOne(Documents.before(delivery.id(), delivery.revision()),
                DeliveryMapping.write(delivery))).map(result -> result.getMatchedCount() == 1);
    }

    @Override
    public Mono<Long> cancelWaiting(String endpoint, String reason, Instant now) {
        return Mono.from(deliveries.updateMany(waitingFor(endpoint),
                new Document("$set", new Document("state", "cancelled").append("finishedAt", Date.from(now))
                        .append("reason", reason))
                        .append("$unset", new Document("dueAt", "").append("claim", ""))
                        .append("$inc", new Document("revision", 1L))))
                .map(UpdateResult::getModifiedCount);
    }

    @Override
    public Flux<Delivery> list(DeliveryQuery query) {
        Document filter = filter(query);
        if (query.after() != null) {
            filter.append("place", new Document("$lt", query.after()));
        }
        return Flux.from(deliveries.find(filter).sort(new Document("place", -1)).limit(query.limit()))
                .map(DeliveryMapping::read);
    }

    @Override
    public Mono<Long> count(DeliveryQuery query, int most) {
        return Counts.upTo(database, COLLECTION, filter(query), most);
    }

    private static Document filter(DeliveryQuery query) {
        Document filter = new Document();
        if (query.teams() != null) {
            filter.append("team", new Document("$in", List.copyOf(query.teams())));
        }
        if (!query.states().isEmpty()) {
            filter.append("state", new Document("$in", List.copyOf(query.states())));
        }
        Documents.put(filter, "endpoint", query.endpoint());
        Documents.put(filter, "gap", query.gap());
        return filter;
    }

    @Override
    public Mono<Long> purge(Instant createdBefore) {
        return Mono.from(deliveries.deleteMany(
                new Document("place", new Document("$lt", "%013d".formatted(createdBefore.toEpochMilli())))))
                .map(DeleteResult::getDeletedCount);
    }

    private static Document waitingFor(String endpoint) {
        return new Document("endpoint", endpoint).append("state", DeliveryMapping.WAITING);
    }

    private static Document waitingIn(String lane) {
        return new Document("lane", lane).append("state", DeliveryMapping.WAITING);
    }
}
