package dev.demarc.catalog.publishing;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.catalog.model.SourceFile;
import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.platform.mongo.Await;
import dev.demarc.platform.mongo.DuplicateKey;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** Drafts, one document for each service model that ever had one; blocks, so it belongs on threads that may. */
public final class DraftStore {

    static final String DRAFTS = "catalog.drafts";
    private static final TypeReference<Map<String, Integer>> LINES = new TypeReference<>() {
    };

    private final MongoCollection<Document> drafts;

    /** On the collection {@code catalog.drafts}. */
    public DraftStore(MongoDatabase database) {
        this.drafts = database.getCollection(DRAFTS);
    }

    /** Open or closed; empty where there never was one. */
    Optional<StoredDraft> find(String key) {
        return Await.first(drafts.find(new Document("_id", key)).first()).map(DraftStore::draft);
    }

    /** Those with content. */
    List<StoredDraft> open() {
        return Await.list(drafts.find(new Document("open", true))).stream().map(DraftStore::draft).toList();
    }

    /** Those with content whose key comes after this one, at most so many, ordered by key. */
    List<StoredDraft> open(String after, int most) {
        return Await.list(drafts.find(new Document("open", true).append("_id", new Document("$gt", after)))
                .sort(new Document("_id", 1)).limit(most)).stream().map(DraftStore::draft).toList();
    }

    /** How many have content. */
    long countOpen() {
        return Await.one(drafts.countDocuments(new Document("open", true)));
    }

    /** Puts it in place of this revision, 0 for none; false where somebody else was quicker. */
    boolean replace(long revision, StoredDraft draft) {
        Document document = document(draft);
        return revision == 0
                ? DuplicateKey.written(() -> Await.none(drafts.insertOne(document)))
                : Await.one(drafts.replaceOne(open(draft.key(), revision, draft), document)).getMatchedCount() == 1;
    }

    /** A closed draft keeps its revision, so closing asks that it is still open. */
    private static Document open(String key, long revision, StoredDraft next) {
        Document guard = new Document("_id", key).append("revision", revision);
        return next.file() == null ? guard.append("open", true) : guard;
    }

    private static Document document(StoredDraft draft) {
        SourceFile<ServiceModel> file = draft.file();
        Document document = new Document("_id", draft.key()).append("revision", draft.revision())
                .append("open", file != null).append("savedAt", Date.from(draft.savedAt()))
                .append("savedBy", draft.savedBy()).append("published", draft.published());
        return file == null
                ? document
                : document.append("model", ContractJson.mapper().writeValueAsString(file.content()))
                        .append("lines", ContractJson.mapper().writeValueAsString(file.lines()));
    }

    private static StoredDraft draft(Document document) {
        String key = document.getString("_id");
        return new StoredDraft(key, document.getLong("revision"), file(key, document),
                document.getDate("savedAt").toInstant(), document.getString("savedBy"),
                document.getInteger("published"));
    }

    private static @Nullable SourceFile<ServiceModel> file(String key, Document document) {
        String model = document.getString("model");
        return model == null
                ? null
                : new SourceFile<>(key, ContractJson.mapper().readValue(model, ServiceModel.class),
                        ContractJson.mapper().readValue(document.getString("lines"), LINES));
    }
}
