package dev.demarc.assessment.mongo;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.assessment.application.ResourceFilter;
import dev.demarc.assessment.application.ResourceStore;
import dev.demarc.assessment.model.Subject;
import dev.demarc.platform.mongo.Await;
import dev.demarc.platform.mongo.Counts;
import dev.demarc.platform.mongo.Index;
import dev.demarc.platform.mongo.Indexes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Resources read from {@link MongoSubjects}' collection. */
public final class MongoResources implements ResourceStore {

    private static final String COLLECTION = "assessment.subjects";

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
        Document query = live();
        if (filter.unowned() || filter.workload() != null) {
            query.append("workload", filter.workload());
        }
        narrow(query, "account", filter.account());
        narrow(query, "type", filter.type());
        narrow(query, "nativeId", filter.nativeId());
        narrow(query, "name", filter.name());
        return query;
    }

    private static Document live() {
        return new Document("kind", "resource").append("deleted", false);
    }

    private static void narrow(Document query, String field, @Nullable String value) {
        if (value != null) {
            query.append(field, value);
        }
    }

    @Override
    public long count(ResourceFilter filter, int most) {
        return Await.one(Counts.upTo(database, COLLECTION, query(filter), most));
    }

    @Override
    public Map<Kind, Long> counts() {
        List<Document> pipeline = List.of(
                new Document("$match", live()),
                new Document("$group", new Document("_id", new Document("provider", "$provider")
                        .append("account", "$account").append("type", "$type"))
                        .append("resources", new Document("$sum", 1))));
        return Await.list(subjects.aggregate(pipeline)).stream()
                .collect(Collectors.toMap(line -> kind(line.get("_id", Document.class)),
                        line -> line.get("resources", Number.class).longValue()));
    }

    private static Kind kind(Document key) {
        return new Kind(key.getString("provider"), key.getString("account"), key.getString("type"));
    }
}
