package dev.demarc.assessment.mongo;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.assessment.application.ContextStore;
import dev.demarc.assessment.application.EditContext;
import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.event.ContextChanged;
import dev.demarc.platform.mongo.Await;
import dev.demarc.platform.mongo.DuplicateKey;
import dev.demarc.platform.mongo.Index;
import dev.demarc.platform.mongo.Indexes;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Teams, workloads and accounts in {@code assessment.context}, each as its last edit; the revision counter stands beside them. */
public final class MongoContext implements ContextStore {

    private static final String COLLECTION = "assessment.context";
    private static final String COUNTER = "revision";

    private final MongoCollection<Document> items;
    private final MongoCollection<Document> counters;

    /** In this database; creates the indexes that the queries need. */
    public MongoContext(MongoDatabase database) {
        Indexes.ensure(database, COLLECTION, Index.on("unpublishedRevision"), Index.on("kind", "_id"));
        this.items = database.getCollection(COLLECTION);
        this.counters = database.getCollection("assessment.counters");
    }

    @Override
    public long nextRevision() {
        Document counter = Await.one(counters.findOneAndUpdate(new Document("_id", COUNTER),
                new Document("$inc", new Document("value", 1L)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        return counter.get("value", Number.class).longValue();
    }

    @Override
    public boolean replace(ContextChanged edit, long expectedRevision) {
        Document document = new Document("_id", key(edit.kind(), edit.id())).append("kind", edit.kind())
                .append("deleted", EditContext.isDeleted(edit)).append("revision", edit.revision())
                .append("unpublishedRevision", edit.revision())
                .append("edit", ContractJson.mapper().writeValueAsString(edit));
        return DuplicateKey.written(() -> Await.one(items.replaceOne(
                new Document("_id", document.getString("_id")).append("revision", expectedRevision), document,
                new ReplaceOptions().upsert(true))));
    }

    private static String key(String kind, String id) {
        return kind + '/' + id;
    }

    @Override
    public void published(ContextChanged edit) {
        Await.one(items.updateOne(
                new Document("_id", key(edit.kind(), edit.id())).append("revision", edit.revision()),
                new Document("$unset", new Document("unpublishedRevision", ""))));
    }

    @Override
    public Optional<ContextChanged> find(String kind, String id) {
        return read(items.find(new Document("_id", key(kind, id)))).stream().findFirst();
    }

    private static List<ContextChanged> read(Publisher<Document> documents) {
        return Await.list(documents).stream()
                .map(document -> ContractJson.mapper().readValue(document.getString("edit"), ContextChanged.class))
                .toList();
    }

    @Override
    public List<ContextChanged> page(String kind, @Nullable String after, int limit) {
        Document filter = new Document("kind", kind).append("deleted", false);
        if (after != null) {
            filter.append("_id", new Document("$gt", key(kind, after)));
        }
        return read(items.find(filter).sort(new Document("_id", 1)).limit(limit));
    }

    @Override
    public long count(String kind) {
        return Await.one(items.countDocuments(new Document("kind", kind).append("deleted", false)));
    }

    @Override
    public List<ContextChanged> unpublished(int limit) {
        return read(items.find(new Document("unpublishedRevision", new Document("$gt", 0L)))
                .sort(new Document("unpublishedRevision", 1)).limit(limit));
    }
}
