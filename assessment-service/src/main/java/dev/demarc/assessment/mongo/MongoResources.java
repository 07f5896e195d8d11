package dev.demarc.assessment.mongo;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.assessment.application.ResourceFilter;
import dev.demarc.assessment.application.ResourceStore;
import dev.demarc.assessment.model.Subject;
import dev.demarc.platform.mongo.Await;
import dev.demarc.platform.mongo.Index;
import dev.demarc.platform.mongo.Indexes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Resources read from {@link MongoSubjects}' collection. */
public final class MongoResources implements ResourceStore {

    private static final String COLLECTION = "assessment.subjects";
    private static final int AT_ONCE = 2_000;

    private final MongoDatabase database;
    private final MongoCollection<Document> subjects;

    /** In this database; creates the index that the queries need besides those of the subjects. */
    public MongoResources(MongoDatabase database) {
        Indexes.ensure(database, COLLECTION, Index.on("name"));
        this.database = database;
        this.subjects = database.getCollection(COLLECTION);
    }

    @Override
    public List<Subject> page(ResourceFilter filter, @Nullable String after, int limit) {
        Document query = query(filter);
        if (after != null) {
            query.append("_id", new Document("$gt", after));
        }
        return Await.list(subjects.find(query).sort(new Document("_id", 1)).limit(limit)).stream()
                .map(SubjectDocuments::read).toList();
    }

    private static Document query(ResourceFilter filter) {
        Document query = new Document("kind", "resource").append("deleted", false);
        if (filter.unowned() || filter.workload() != null) {
            query.append("workload", filter.workload());
        }
        narrow(query, "account", filter.account());
        narrow(query, "type", filter.type());
        narrow(query, "nativeId", filter.nativeId());
        narrow(query, "name", filter.name());
        return query;
    }

    private static void narrow(Document query, String field, @Nullable String value) {
        if (value != null) {
            query.append(field, value);
        }
    }

    @Override
    public long count(ResourceFilter filter, int most) {
        return Counts.upTo(database, COLLECTION, query(filter), most);
    }

    @Override
    public Map<Kind, Long> counts() {
        return Await.one(Flux
                .from(subjects.find(new Document("kind", "resource").append("deleted", false))
                        .projection(new Document("provider", 1).append("account", 1).append("type", 1)
                                .append("_id", 0))
                        .batchSize(AT_ONCE))
                .collect(HashMap::new, (counts, document) -> counts.merge(new Kind(document.getString("provider"),
                        document.getString("account"), document.getString("type")), 1L, Long::sum)));
    }
}
