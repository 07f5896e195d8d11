package dev.demarc.gateway.sessions.mongo;

import com.mongodb.client.model.Projections;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.gateway.sessions.SessionStore;
import dev.demarc.gateway.sessions.model.Session;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sessions as documents of {@code gateway.sessions}; no TTL index, which the embedded store knows nothing of. */
public final class MongoSessionStore implements SessionStore {

    /** The name of the collection. */
    public static final String COLLECTION = "gateway.sessions";

    private static final int AT_ONCE = 500;

    private final MongoCollection<Document> sessions;

    /** In the gateway's database. */
    public MongoSessionStore(MongoDatabase database) {
        sessions = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<Session> find(String id) {
        return Mono.from(sessions.find(new Document("_id", id)).first()).map(MongoSessionStore::session);
    }

    @Override
    public Mono<Void> insert(Session session) {
        return Mono.from(sessions.insertOne(new Document("_id", session.id()).append("keyId", session.keyId())
                .append("createdAt", Date.from(session.createdAt()))
                .append("expiresAt", Date.from(session.expiresAt())))).then();
    }

    @Override
    public Mono<Void> delete(String id) {
        return Mono.from(sessions.deleteOne(new Document("_id", id))).then();
    }

    @Override
    public Mono<Void> keepNewest(String keyId, int most) {
        return deleteAll(sessions.find(new Document("keyId", keyId))
                .sort(new Document("createdAt", -1).append("_id", -1)).skip(most));
    }

    @Override
    public Mono<Void> purge(Instant over) {
        return deleteAll(sessions.find(new Document("expiresAt", new Document("$lte", Date.from(over))))
                .sort(new Document("expiresAt", 1)));
    }

    private Mono<Void> deleteAll(FindPublisher<Document> found) {
        return Flux.from(found.projection(Projections.include("_id")).limit(AT_ONCE))
                .map(document -> document.getString("_id")).collectList().filter(ids -> !ids.isEmpty())
                .flatMap(ids -> Mono.from(sessions.deleteMany(new Document("_id", new Document("$in", ids))))).then();
    }

    private static Session session(Document document) {
        return new Session(document.getString("_id"), document.getString("keyId"),
                document.getDate("createdAt").toInstant(), document.getDate("expiresAt").toInstant());
    }
}
