package dev.demarc.catalog.publishing;

import com.mongodb.MongoWriteException;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.catalog.model.Origin;
import dev.demarc.catalog.model.Provenance;
import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.catalog.model.Retirement;
import dev.demarc.catalog.model.VersionEntry;
import dev.demarc.catalog.model.Versions;
import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.Words;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.platform.mongo.Await;
import dev.demarc.platform.mongo.DuplicateKey;
import dev.demarc.platform.mongo.Index;
import dev.demarc.platform.mongo.Indexes;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every version of every service model, one immutable document each; the model is kept as its JSON text, since names in it may hold dots. */
public final class ServiceModelStore {

    static final String VERSIONS = "catalog.service-models";
    static final String RETIREMENTS = "catalog.retirements";
    static final String PUBLICATIONS = "catalog.publications";
    private static final String TURN = "turn";
    private static final int DUPLICATE_KEY = 11_000;

    private final MongoDatabase database;
    private final MongoCollection<Document> versions;
    private final MongoCollection<Document> retirements;
    private final MongoCollection<Document> publications;

    /** On the collections {@code catalog.service-models}, {@code catalog.retirements} and {@code catalog.publications}. */
    public ServiceModelStore(MongoDatabase database) {
        this.database = database;
        this.versions = database.getCollection(VERSIONS);
        this.retirements = database.getCollection(RETIREMENTS);
        this.publications = database.getCollection(PUBLICATIONS);
    }

    /** Waits for the store, however long it is away. */
    void ensureIndexes() {
        Indexes.ensure(database, VERSIONS, Index.on("key"));
    }

    /** Keeps a version unless there is one of its id; gives the one that is there afterwards. */
    Mono<VersionEntry> insertIfAbsent(PublishedVersion version) {
        VersionEntry entry = version.entry();
        Document document = new Document("_id", entry.id()).append("key", entry.key())
                .append("version", entry.version()).append("digest", entry.digest())
                .append("publishedAt", Date.from(entry.publishedAt()))
                .append("origin", origin(entry.origin()))
                .append("model", ContractJson.mapper().writeValueAsString(version.model()));
        return Mono.from(versions.insertOne(document)).thenReturn(entry).onErrorResume(MongoWriteException.class,
                e -> e.getError().getCode() == DUPLICATE_KEY ? entry(entry.id()) : Mono.error(e));
    }

    Mono<VersionEntry> entry(String id) {
        return Mono.from(versions.find(new Document("_id", id)).projection(withoutModel()).first())
                .map(ServiceModelStore::entry);
    }

    Mono<PublishedVersion> find(String key, int version) {
        return Mono.from(versions.find(new Document("_id", VersionEntry.id(key, version))).first())
                .map(ServiceModelStore::published);
    }

    Flux<PublishedVersion> find(Collection<String> ids) {
        return ids.isEmpty()
                ? Flux.empty()
                : Flux.from(versions.find(new Document("_id", new Document("$in", ids))))
                        .map(ServiceModelStore::published);
    }

    /** All versions of all service models, a few hundred bytes each. */
    Mono<Versions> all() {
        return versions(new Document(), new Document());
    }

    /** The versions of one service model; none if it is not known. */
    Mono<Versions> of(String key) {
        return versions(new Document("key", key), new Document("_id", key));
    }

    private Mono<Versions> versions(Document ofVersions, Document ofRetirements) {
        return Mono.zip(
                Flux.from(versions.find(ofVersions).projection(withoutModel())).map(ServiceModelStore::entry)
                        .collectList(),
                Flux.from(retirements.find(ofRetirements)).map(ServiceModelStore::retirement).collectList(),
                Versions::new);
    }

    /** Keeps a retirement in place of an earlier one of the same service model. */
    Mono<Void> retire(Retirement retirement) {
        Document document = new Document("_id", retirement.key()).append("version", retirement.version())
                .append("retiredAt", Date.from(retirement.retiredAt()));
        return Mono.from(retirements.replaceOne(new Document("_id", retirement.key()), document,
                new ReplaceOptions().upsert(true))).then();
    }

    /** The revision of the next publication, above every one given before and above the last on the topic. */
    Mono<Long> nextRevision(long last) {
        Document id = new Document("_id", "revision");
        return Mono.from(publications.findOneAndUpdate(id, new Document("$inc", new Document("value", 1L)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)))
                .map(document -> document.getLong("value"))
                .flatMap(next -> next > last
                        ? Mono.just(next)
                        : Mono.from(publications.replaceOne(id, new Document(id).append("value", last + 1)))
                                .thenReturn(last + 1));
    }

    /** Gives the turn to publish to this one until then; false where another has it now. Blocks. */
    boolean takeTurn(String holder, Instant now, Instant until) {
        Document free = new Document("_id", TURN).append("until", new Document("$lte", Date.from(now)));
        Document taken = new Document("$set", new Document("holder", holder).append("until", Date.from(until)));
        return DuplicateKey
                .written(() -> Await.one(publications.updateOne(free, taken, new UpdateOptions().upsert(true))));
    }

    /** Ends the turn of this one, unless it has lost it. Blocks. */
    void endTurn(String holder) {
        Await.one(publications.updateOne(new Document("_id", TURN).append("holder", holder),
                new Document("$set", new Document("until", Date.from(Instant.EPOCH)))));
    }

    private static Document withoutModel() {
        return new Document("model", 0);
    }

    private static VersionEntry entry(Document document) {
        return new VersionEntry(document.getString("key"), document.getInteger("version"),
                document.getString("digest"), document.getDate("publishedAt").toInstant(),
                origin(document.get("origin", Document.class), document.getInteger("version")));
    }

    private static Document origin(Origin origin) {
        return new Document("provenance", origin.provenance().word()).append("edition", origin.edition())
                .append("offered", origin.offered()).append("publishedBy", origin.publishedBy())
                .append("draftRevision", origin.draftRevision());
    }

    /** Before there were drafts, all versions were bundled and had the numbers of their files. */
    private static Origin origin(@Nullable Document origin, int version) {
        return origin == null
                ? Origin.bundled(version, false)
                : new Origin(Words.parse(Provenance.class, origin.getString("provenance")),
                        origin.getInteger("edition"), origin.getBoolean("offered"), origin.getString("publishedBy"),
                        origin.getLong("draftRevision"));
    }

    private static PublishedVersion published(Document document) {
        return new PublishedVersion(entry(document),
                ContractJson.mapper().readValue(document.getString("model"), ServiceModel.class));
    }

    private static Retirement retirement(Document document) {
        return new Retirement(document.getString("_id"), document.getInteger("version"),
                document.getDate("retiredAt").toInstant());
    }
}
