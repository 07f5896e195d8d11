package dev.demarc.platform.deadletters;

import static dev.demarc.platform.deadletters.DeadLetterDocuments.AT;
import static dev.demarc.platform.deadletters.DeadLetterDocuments.ID;
import static dev.demarc.platform.deadletters.DeadLetterDocuments.ORDER;
import static dev.demarc.platform.deadletters.DeadLetterDocuments.REPLAYED_AT;
import static dev.demarc.platform.deadletters.DeadLetterDocuments.REPLAYED_BY;
import static dev.demarc.platform.deadletters.DeadLetterDocuments.STATE;

import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.platform.mongo.Index;
import dev.demarc.platform.mongo.Indexes;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The dead letters of one service in the store. */
final class DeadLetterStore {

    private final MongoDatabase database;
    private final String name;
    private final MongoCollection<Document> letters;

    DeadLetterStore(MongoDatabase database, String service) {
        this.database = database;
        this.name = service + ".dead-letters";
        this.letters = database.getCollection(name);
    }

    Mono<Void> createIndexes() {
        return Indexes.create(database, name, Index.on(ORDER), Index.on(AT));
    }

    /** Keeps those that are not there yet. */
    Mono<Void> keep(List<ConsumerRecord<byte @Nullable [], byte @Nullable []>> records) {
        List<UpdateOneModel<Document>> writes = records.stream().map(DeadLetterDocuments::document)
                .map(document -> new UpdateOneModel<Document>(new Document(ID, document.remove(ID)),
                        new Document("$setOnInsert", document), new UpdateOptions().upsert(true)))
                .toList();
        return Mono.from(letters.bulkWrite(writes, new BulkWriteOptions().ordered(false))).then();
    }

    /** Deletes what was given up before this instant. */
    Mono<Void> expire(Instant before) {
        return Mono.from(letters.deleteMany(new Document(AT, new Document("$lt", before.toEpochMilli())))).then();
    }

    /** The newest first, those before a place if there is one, without their records. */
    Flux<Document> page(Set<DeadLetterState> states, @Nullable String before, int count) {
        Document filter = filter(states);
        if (before != null) {
            filter.append(ORDER, new Document("$lt", before));
        }
        return Flux.from(letters.find(filter).projection(DeadLetterDocuments.withoutRecord())
                .sort(new Document(ORDER, -1)).limit(count));
    }

    Mono<Long> count(Set<DeadLetterState> states) {
        return Mono.from(database.runCommand(new Document("count", name).append("query", filter(states))))
                .map(answer -> answer.get("n") instanceof Number number ? number.longValue() : 0L);
    }

    Mono<StoredRecord> find(String id) {
        return Mono.from(letters.find(new Document(ID, id)).limit(1)).map(DeadLetterDocuments::record);
    }

    /** Whether there was one. */
    Mono<Boolean> delete(String id) {
        return Mono.from(letters.deleteOne(new Document(ID, id))).map(result -> result.getDeletedCount() > 0);
    }

    /** Marks it unless it is marked already. */
    Mono<Void> markReplayed(String id, Instant when, String who) {
        return Mono.from(letters.updateOne(new Document(ID, id).append(STATE, DeadLetterState.WAITING.word()),
                new Document("$set", new Document(STATE, DeadLetterState.REPLAYED.word())
                        .append(REPLAYED_AT, when.toEpochMilli()).append(REPLAYED_BY, who))))
                .then();
    }

    private static Document filter(Set<DeadLetterState> states) {
        return states.size() == 1 ? new Document(STATE, states.iterator().next().word()) : new Document();
    }
}
