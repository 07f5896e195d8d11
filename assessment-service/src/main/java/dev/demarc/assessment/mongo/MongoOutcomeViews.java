package dev.demarc.assessment.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.assessment.application.OutcomeViewStore;
import dev.demarc.assessment.model.OutcomeCounts;
import dev.demarc.assessment.model.OutcomeRollup;
import dev.demarc.assessment.model.OutcomeRollup.Cell;
import dev.demarc.assessment.model.OutcomeView;
import dev.demarc.contracts.ContractJson;
import dev.demarc.platform.mongo.Await;
import dev.demarc.platform.mongo.DuplicateKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Outcomes for counting in {@code assessment.outcomes}, the counts in {@code assessment.outcome-rollups}; what is only
 * read as a whole stands as JSON text.
 */
public final class MongoOutcomeViews implements OutcomeViewStore {

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final JsonMapper JSON = ContractJson.mapper();
    private static final TypeReference<List<CellCounts>> CELLS = new TypeReference<>() {
    };
    private static final TypeReference<Map<String, OutcomeCounts>> WORKLOADS = new TypeReference<>() {
    };

    private final MongoCollection<Document> views;
    private final MongoCollection<Document> rollups;

    private record CellCounts(String serviceModel, String control, OutcomeCounts counts) {}

    /** In this database. */
    public MongoOutcomeViews(MongoDatabase database) {
        this.views = database.getCollection("assessment.outcomes");
        this.rollups = database.getCollection("assessment.outcome-rollups");
    }

    @Override
    public List<OutcomeView> find(Collection<String> subjects) {
        return Await.list(views.find(new Document("_id", new Document("$in", List.copyOf(subjects))))
                .batchSize(subjects.size() + 1)).stream()
                .map(document -> JSON.readValue(document.getString("view"), OutcomeView.class)).toList();
    }

    /** One that somebody else has written comes back as a duplicate key. */
    @Override
    public boolean replace(Collection<OutcomeView> written) {
        if (written.isEmpty()) {
            return true;
        }
        List<ReplaceOneModel<Document>> replaces = written.stream()
                .map(view -> new ReplaceOneModel<>(
                        new Document("_id", view.subject()).append("revision", view.revision()), write(view), UPSERT))
                .toList();
        try {
            Await.one(views.bulkWrite(replaces, UNORDERED));
            return true;
        } catch (MongoBulkWriteException e) {
            return DuplicateKey.indexes(e).isEmpty();
        }
    }

    private static Document write(OutcomeView view) {
        OutcomeView next = view.written();
        return new Document("_id", next.subject()).append("revision", next.revision()).append("view",
                JSON.writeValueAsString(next));
    }

    @Override
    public OutcomeRollup rollup(int partition) {
        return Await.first(rollups.find(new Document("_id", partition))).map(MongoOutcomeViews::read)
                .orElseGet(() -> OutcomeRollup.empty(partition));
    }

    private static OutcomeRollup read(Document document) {
        Map<Cell, OutcomeCounts> cells = new HashMap<>();
        for (CellCounts each : JSON.readValue(document.getString("cells"), CELLS)) {
            cells.put(new Cell(each.serviceModel, each.control), each.counts);
        }
        return new OutcomeRollup(document.getInteger("_id"), document.getLong("offset"), cells,
                JSON.readValue(document.getString("workloads"), WORKLOADS));
    }

    @Override
    public boolean replace(OutcomeRollup rollup, long expectedOffset) {
        List<CellCounts> cells = rollup.cells().entrySet().stream()
                .map(each -> new CellCounts(each.getKey().serviceModel(), each.getKey().control(), each.getValue()))
                .toList();
        Document document = new Document("_id", rollup.partition()).append("offset", rollup.offset())
                .append("cells", JSON.writeValueAsString(cells))
                .append("workloads", JSON.writeValueAsString(rollup.workloads()));
        return DuplicateKey.written(() -> Await.one(rollups.replaceOne(
                new Document("_id", rollup.partition()).append("offset", expectedOffset), document, UPSERT)));
    }

    @Override
    public List<OutcomeRollup> rollups() {
        return Await.list(rollups.find()).stream().map(MongoOutcomeViews::read).toList();
    }
}
