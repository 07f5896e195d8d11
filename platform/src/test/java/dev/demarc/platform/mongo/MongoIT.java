package dev.demarc.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.platform.runtime.Unavailable;
import dev.demarc.platform.testing.Shared;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class MongoIT {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoConfiguration configuration = new MongoConfiguration();

    @Test
    void whatIsAskedOfTheStoreIsWaitedForAndIndexesAreMadeOnce() {
        MongoProperties properties = properties(Shared.mongoUri());
        try (MongoClient client = configuration.mongoClient(properties, "test")) {
            MongoDatabase database = configuration.mongoDatabase(client, properties);
            var things = database.getCollection("test.things");
            Indexes.ensure(database, "test.things", Index.on("color"), Index.unique("name"));
            Indexes.ensure(database, "test.things", Index.on("color"), Index.unique("name"));
            Await.none(things.insertOne(new Document("_id", 1).append("name", "a")));
            assertThatThrownBy(() -> Await.none(things.insertOne(new Document("_id", 2).append("name", "a"))))
                    .isInstanceOf(MongoWriteException.class);
            assertThat(Await.list(things.find())).hasSize(1);
            assertThat(Await.first(things.find(new Document("_id", 9)))).isEmpty();
            assertThatThrownBy(() -> Await.one(things.find(new Document("_id", 9))))
                    .isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void aLostRaceIsToldFromAnyOtherRefusal() {
        MongoProperties properties = properties(Shared.mongoUri());
        try (MongoClient client = configuration.mongoClient(properties, "test")) {
            MongoDatabase database = configuration.mongoDatabase(client, properties);
            var races = database.getCollection("test.races");
            Document winner = new Document("_id", "a").append("revision", 2L);
            assertThat(DuplicateKey.written(() -> Await.none(races.insertOne(winner)))).isTrue();
            assertThat(DuplicateKey.written(() -> Await.none(races.replaceOne(guard("a"), winner, UPSERT)))).isFalse();
            assertThatThrownBy(() -> DuplicateKey.written(() -> Await.none(races.updateOne(new Document("_id", "a"),
                    new Document("$set", new Document("_id", "b")))))).isInstanceOf(MongoServerException.class);

            assertThatThrownBy(() -> Await.none(races.bulkWrite(List.of(replace("b"), replace("a"), replace("c")),
                    new BulkWriteOptions().ordered(false)))).isInstanceOfSatisfying(MongoBulkWriteException.class,
                            bulk -> assertThat(DuplicateKey.indexes(bulk)).containsExactly(1));
            assertThatThrownBy(() -> Await.none(races.bulkWrite(List.of(replace("a"),
                    new UpdateOneModel<>(new Document("_id", "b"), new Document("$set", new Document("_id", "x")))),
                    new BulkWriteOptions().ordered(false)))).isInstanceOfSatisfying(MongoBulkWriteException.class,
                            bulk -> assertThatThrownBy(() -> DuplicateKey.indexes(bulk)).isSameAs(bulk));
            assertThat(Await.list(races.find())).hasSize(3);
        }
    }

    private static Document guard(String id) {
        return new Document("_id", id).append("revision", 1L);
    }

    private static ReplaceOneModel<Document> replace(String id) {
        return new ReplaceOneModel<>(guard(id), new Document("_id", id).append("revision", 2L), UPSERT);
    }

    @Test
    void aStoreThatIsAwayIsUnavailableSoon() throws IOException {
        int closedPort;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closedPort = socket.getLocalPort();
        }
        MongoProperties properties = properties("mongodb://127.0.0.1:%d/test".formatted(closedPort));
        try (MongoClient client = configuration.mongoClient(properties, "test")) {
            MongoDatabase database = configuration.mongoDatabase(client, properties);
            long before = System.nanoTime();
            assertThatThrownBy(() -> Await.list(database.getCollection("x").find())).isInstanceOf(Unavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void waitingOnAnEventLoopIsRefused() {
        assertThatThrownBy(() -> Mono.fromRunnable(() -> Await.none(Mono.empty())).subscribeOn(Schedulers.parallel())
                .block()).isInstanceOf(IllegalStateException.class).hasMessageContaining("must not block");
    }

    private static MongoProperties properties(String uri) {
        return new MongoProperties(uri, Duration.ofSeconds(1), Duration.ofSeconds(5));
    }
}
