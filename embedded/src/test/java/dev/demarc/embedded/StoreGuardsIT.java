package dev.demarc.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static dev.demarc.embedded.StoreClient.all;
import static dev.demarc.embedded.StoreClient.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.UUID;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class StoreGuardsIT {

    private final MongoCollection<Document> things = SharedStore.CLIENT.collection("g" + UUID.randomUUID());

    @Test
    void aLostGuardIsADuplicateKeyWithItsIndexAndTheOtherWritesAreDone() {
        one(things.insertMany(List.of(thing("a", 5), thing("b", 1))));
        MongoBulkWriteException lost = catchThrowableOfType(MongoBulkWriteException.class,
                () -> one(things.bulkWrite(List.of(guarded("b", 1), guarded("a", 4), guarded("new", 0)),
                        new BulkWriteOptions().ordered(false))));
        assertThat(lost.getWriteErrors()).singleElement().satisfies(error -> {
            assertThat(error.getIndex()).isEqualTo(1);
            assertThat(error.getCode()).isEqualTo(11000);
        });
        assertThat(lost.getWriteResult().getMatchedCount()).isOne();
        assertThat(lost.getWriteResult().getUpserts()).singleElement()
                .satisfies(upsert -> assertThat(upsert.getIndex()).isEqualTo(2));
        assertThat(all(things.find().sort(new Document("_id", 1)))).containsExactly(thing("a", 5), thing("b", 2),
                thing("new", 1));
    }

    @Test
    void anOrderedBulkStopsAtItsFirstError() {
        one(things.insertOne(thing("a", 5)));
        MongoBulkWriteException lost = catchThrowableOfType(MongoBulkWriteException.class,
                () -> one(things.bulkWrite(List.of(guarded("b", 0), guarded("a", 4), guarded("c", 0)))));
        assertThat(lost.getWriteErrors()).singleElement()
                .satisfies(error -> assertThat(error.getIndex()).isEqualTo(1));
        assertThat(all(things.distinct("_id", String.class))).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void insertedCountsLeaveOutWhatFailed() {
        one(things.insertOne(thing("a", 1)));
        MongoBulkWriteException failed = catchThrowableOfType(MongoBulkWriteException.class,
                () -> one(things.insertMany(List.of(thing("b", 1), thing("a", 2), thing("c", 1)),
                        new InsertManyOptions().ordered(false))));
        assertThat(failed.getWriteResult().getInsertedCount()).isEqualTo(2);
    }

    @Test
    void uniqueIndexesRefuseDuplicatesOnInsertUpdateAndBuild() {
        IndexOptions unique = new IndexOptions().unique(true);
        assertThat(one(things.createIndex(Document.parse("{team: 1, name: 1}"), unique)))
                .isEqualTo(one(things.createIndex(Document.parse("{team: 1, name: 1}"), unique)));
        one(things.insertMany(List.of(Document.parse("{_id: 1, team: 't', name: 'a'}"),
                Document.parse("{_id: 2, team: 't', name: 'b'}"))));
        assertThatThrownBy(() -> one(things.insertOne(Document.parse("{_id: 3, team: 't', name: 'a'}"))))
                .isInstanceOf(MongoWriteException.class).hasMessageContaining("E11000");
        assertThatThrownBy(() -> one(things.updateOne(eq("_id", 2), Document.parse("{$set: {name: 'a'}}"))))
                .isInstanceOf(MongoWriteException.class).hasMessageContaining("E11000");
        one(things.updateOne(eq("_id", 2), Document.parse("{$set: {name: 'c', x: 1}}")));
        one(things.insertOne(Document.parse("{_id: 4, team: 't', name: 'b'}")));
        one(things.insertOne(Document.parse("{_id: 5, same: 1}")));
        one(things.insertOne(Document.parse("{_id: 6, team: 'u', same: 1}")));
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> one(things.createIndex(new Document("same", 1), unique)))
                    .hasMessageContaining("E11000");
        }
        one(things.insertOne(Document.parse("{_id: 7, team: 'v', same: 1}")));
    }

    @Test
    void anIndexThatTheStoreCantKeepIsRefusedWithTheReason() {
        assertThatThrownBy(() -> one(things.createIndex(new Document("at", 1),
                new IndexOptions().expireAfter(1L, java.util.concurrent.TimeUnit.HOURS))))
                .hasMessageContaining("expireAfterSeconds");
        assertThatThrownBy(() -> one(things.createIndex(new Document("text", "text")))).hasMessageContaining("text");
        one(things.createIndex(new Document("a", 1), new IndexOptions().name("i")));
        assertThatThrownBy(() -> one(things.createIndex(new Document("b", 1), new IndexOptions().name("i"))))
                .isInstanceOf(MongoCommandException.class);
    }

    @Test
    void concurrentWritersOfOneRevisionHaveOneWinner() {
        one(things.insertOne(thing("a", 0)));
        List<Long> matched = reactor.core.publisher.Flux.range(0, 16)
                .flatMap(n -> things.replaceOne(and(eq("_id", "a"), eq("revision", 0)), thing("a", 1 + n)), 16)
                .map(result -> result.getMatchedCount()).collectList().blockOptional().orElseThrow();
        assertThat(matched.stream().mapToLong(Long::longValue).sum()).isOne();
    }

    private static Document thing(String id, int revision) {
        return new Document("_id", id).append("revision", revision).append("copy", revision);
    }

    private static ReplaceOneModel<Document> guarded(String id, int expected) {
        return new ReplaceOneModel<>(and(eq("_id", id), eq("revision", expected)), thing(id, expected + 1),
                new ReplaceOptions().upsert(true));
    }
}
