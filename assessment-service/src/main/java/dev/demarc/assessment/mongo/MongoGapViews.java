package dev.demarc.assessment.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.assessment.application.GapFilter;
import dev.demarc.assessment.application.GapOrder;
import dev.demarc.assessment.application.GapViewStore;
import dev.demarc.assessment.model.GapRollup;
import dev.demarc.assessment.model.GapView;
import dev.demarc.assessment.model.Subject;
import dev.demarc.platform.mongo.Await;
import dev.demarc.platform.mongo.Counts;
import dev.demarc.platform.mongo.DuplicateKey;
import dev.demarc.platform.mongo.Index;
import dev.demarc.platform.mongo.Indexes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Gaps for reading in {@code assessment.gaps}, how many there are in {@code assessment.gap-rollups}. */
public final class MongoGapViews implements GapViewStore {

    private static final String GAPS = "assessment.gaps";
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoDatabase database;
    private final MongoCollection<Document> gaps;
    private final MongoCollection<Document> rollups;

    /** In this database; creates the indexes that the queries need. */
    public MongoGapViews(MongoDatabase database) {
        Indexes.ensure(database, GAPS, Index.on(GapDocuments.STATE, GapDocuments.field(GapOrder.MOST_SEVERE)),
                Index.on(GapDocuments.TEAM),
                Index.on(GapDocuments.WORKLOAD), Index.on(GapDocuments.CONTROL), Index.on(GapDocuments.ACCOUNT),
                Index.on(GapDocuments.REASON), Index.on(GapDocuments.SUBJECT), Index.on(GapDocuments.TYPE),
                Index.on(GapDocuments.CHECK), Index.on(GapDocuments.RESOLVED_AT), order(GapOrder.SEVERITY),
                order(GapOrder.MOST_SEVERE), order(GapOrder.OPENED_AT), order(GapOrder.NEWEST),
                order(GapOrder.DUE_AT), order(GapOrder.DUE_LAST));
        this.database = database;
        this.gaps = database.getCollection(GAPS);
        this.rollups = database.getCollection("assessment.gap-rollups");
    }

    private static Index order(GapOrder order) {
        return Index.on(GapDocuments.field(order), "_id");
    }

    @Override
    public List<GapView> find(Collection<String> ids) {
        return Await.list(gaps.find(new Document("_id", new Document("$in", List.copyOf(ids))))
                .batchSize(ids.size() + 1)).stream().map(GapDocuments::read).toList();
    }

    @Override
    public Map<String, Long> sequences(Collection<String> ids) {
        return Await.list(gaps.find(new Document("_id", new Document("$in", List.copyOf(ids))))
                .projection(new Document("sequence", 1)).batchSize(ids.size() + 1)).stream()
                .collect(Collectors.toMap(document -> document.getString("_id"),
                        document -> document.getLong("sequence")));
    }

    /** One that is there and is not earlier comes back as a duplicate key, which is as it should be. */
    @Override
    public void replace(Collection<GapView> views) {
        if (views.isEmpty()) {
            return;
        }
        List<ReplaceOneModel<Document>> replaces = views.stream()
                .map(view -> new ReplaceOneModel<>(earlier(view), GapDocuments.write(view), UPSERT))
                .toList();
        try {
            Await.one(gaps.bulkWrite(replaces, UNORDERED));
        } catch (MongoBulkWriteException e) {
            DuplicateKey.indexes(e);
        }
    }

    /** One of an earlier life, or of a lower sequence and not of a later life. */
    private static Document earlier(GapView view) {
        String openedAt = GapDocuments.field(GapOrder.OPENED_AT);
        long forgotten = Subject.FORGOTTEN_AFTER.toMillis();
        long opened = view.status().openedAt().toEpochMilli();
        Document earlierLife = new Document(openedAt, new Document("$lt", opened - forgotten));
        Document lower = new Document("sequence", new Document("$lt", view.sequence()))
                .append(openedAt, new Document("$lte", view.at().toEpochMilli() + forgotten));
        return new Document("_id", view.id()).append("$or", List.of(earlierLife, lower));
    }

    @Override
    public GapRollup rollup(int partition) {
        return Await.first(rollups.find(new Document("_id", partition))).map(GapDocuments::rollup)
                .orElseGet(() -> GapRollup.empty(partition));
    }

    @Override
    public boolean replace(GapRollup rollup, long expectedOffset) {
        return DuplicateKey.written(() -> Await.one(rollups.replaceOne(
                new Document("_id", rollup.partition()).append("offset", expectedOffset),
                GapDocuments.write(rollup), UPSERT)));
    }

    @Override
    public List<GapRollup> rollups() {
        return Await.list(rollups.find()).stream().map(GapDocuments::rollup).toList();
    }

    @Override
    public List<GapView> page(GapFilter filter, GapOrder order, @Nullable Place after, int limit) {
        Document query = GapDocuments.filter(filter, order);
        String field = GapDocuments.field(order);
        if (after == null) {
            return page(query, field, limit);
        }
        // two exact ranges of one index; as one condition they would look again at all that came before
        List<GapView> page = new ArrayList<>(page(both(query,
                new Document(field, after.value()).append("_id", new Document("$gt", after.id()))), field, limit));
        if (page.size() < limit) {
            page.addAll(page(both(query, new Document(field, new Document("$gt", after.value()))), field,
                    limit - page.size()));
        }
        return page;
    }

    private List<GapView> page(Document query, String field, int limit) {
        return Await.list(gaps.find(query).sort(new Document(field, 1).append("_id", 1)).limit(limit)).stream()
                .map(GapDocuments::read).toList();
    }

    private static Document both(Document one, Document other) {
        return new Document("$and", List.of(one, other));
    }

    @Override
    public Place place(GapOrder order, GapView view) {
        return new Place(GapDocuments.place(order, view), view.id());
    }

    @Override
    public long count(GapFilter filter, int most) {
        return Await.one(Counts.upTo(database, GAPS, GapDocuments.filter(filter, null), most));
    }
}
