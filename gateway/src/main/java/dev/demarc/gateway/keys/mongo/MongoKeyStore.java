package dev.demarc.gateway.keys.mongo;

import com.mongodb.client.model.CountOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.gateway.keys.KeyStore;
import dev.demarc.gateway.keys.model.ApiKey;
import dev.demarc.platform.security.Role;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** API keys as documents of {@code gateway.api-keys}. */
public final class MongoKeyStore implements KeyStore {

    /** The name of the collection. */
    public static final String COLLECTION = "gateway.api-keys";

    private static final int MOST_ADMINS = 500;
    private static final int MOST_COUNTED = 100_000;

    private final MongoCollection<Document> keys;

    /** In the gateway's database. */
    public MongoKeyStore(MongoDatabase database) {
        keys = database.getCollection(COLLECTION);
    }

    @Override
    public Mono<ApiKey> find(String id) {
        return Mono.from(keys.find(new Document("_id", id)).first()).map(MongoKeyStore::key);
    }

    @Override
    public Mono<Void> insert(ApiKey key) {
        return Mono.from(keys.insertOne(document(key))).then();
    }

    @Override
    public Mono<Boolean> revoke(String id, String by, Instant at) {
        Document change = new Document("$set", new Document("revokedAt", Date.from(at)).append("revokedBy", by));
        return Mono.from(keys.updateOne(new Document("_id", id).append("revokedAt", null), change))
                .map(result -> result.getModifiedCount() == 1);
    }

    @Override
    public Mono<Void> restore(String id, Instant revokedAt) {
        Document change = new Document("$unset", new Document("revokedAt", "").append("revokedBy", ""));
        return Mono.from(keys.updateOne(new Document("_id", id).append("revokedAt", Date.from(revokedAt)), change))
                .then();
    }

    @Override
    public Mono<Void> used(String id, Instant at) {
        return Mono.from(keys.updateOne(new Document("_id", id),
                new Document("$set", new Document("lastUsedAt", Date.from(at))))).then();
    }

    @Override
    public Flux<ApiKey> list(@Nullable Place after, int limit) {
        Document filter = new Document();
        if (after != null) {
            Date at = Date.from(after.createdAt());
            filter.append("$or", List.of(new Document("createdAt", new Document("$lt", at)),
                    new Document("createdAt", at).append("_id", new Document("$lt", after.id()))));
        }
        return Flux.from(keys.find(filter).sort(new Document("createdAt", -1).append("_id", -1)).limit(limit))
                .map(MongoKeyStore::key);
    }

    @Override
    public Mono<Long> count() {
        return Mono.from(keys.countDocuments(new Document(), new CountOptions().limit(MOST_COUNTED)));
    }

    @Override
    public Flux<ApiKey> admins() {
        Document filter = new Document("role", Role.ADMIN.word()).append("revokedAt", null);
        return Flux.from(keys.find(filter).limit(MOST_ADMINS)).map(MongoKeyStore::key);
    }

    private static Document document(ApiKey key) {
        Document document = new Document("_id", key.id()).append("prefix", key.prefix()).append("hash", key.hash())
                .append("name", key.name()).append("role", key.role().word())
                .append("teams", key.teams().stream().sorted().toList()).append("createdBy", key.createdBy())
                .append("createdAt", Date.from(key.createdAt()));
        if (key.expiresAt() != null) {
            document.append("expiresAt", Date.from(key.expiresAt()));
        }
        return document;
    }

    private static ApiKey key(Document document) {
        return new ApiKey(document.getString("_id"), document.getString("prefix"), document.getString("hash"),
                document.getString("name"), Role.of(document.getString("role")),
                Set.copyOf(document.getList("teams", String.class)), document.getString("createdBy"),
                document.getDate("createdAt").toInstant(), instant(document, "expiresAt"),
                instant(document, "lastUsedAt"), instant(document, "revokedAt"), document.getString("revokedBy"));
    }

    private static @Nullable Instant instant(Document document, String field) {
        Date date = document.getDate(field);
        return date == null ? null : date.toInstant();
    }
}
