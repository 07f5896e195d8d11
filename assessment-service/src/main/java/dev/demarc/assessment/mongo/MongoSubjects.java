package dev.demarc.assessment.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.assessment.application.SubjectLine;
import dev.demarc.assessment.application.SubjectStore;
import dev.demarc.assessment.model.AccountFacts;
import dev.demarc.assessment.model.PendingEvent;
import dev.demarc.assessment.model.Subject;
import dev.demarc.platform.mongo.Await;
import dev.demarc.platform.mongo.DuplicateKey;
import dev.demarc.platform.mongo.Index;
import dev.demarc.platform.mongo.Indexes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** Subjects in the collection {@code assessment.subjects}, one document each. */
public final class MongoSubjects implements SubjectStore {

    private static final String COLLECTION = "assessment.subjects";
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Document> subjects;

    /** In this database; creates the indexes that the queries need. */
    public MongoSubjects(MongoDatabase database) {
        Indexes.ensure(database, COLLECTION, Index.on("gapIds"), Index.on("pendingSince"), Index.on("reassessAt"),
                Index.on("account"), Index.on("type"), Index.on("workload"), Index.on("nativeId"),
                Index.on("deletedAt"));
        this.subjects = database.getCollection(COLLECTION);
    }

    @Override
    public Map<String, Subject> find(Collection<String> ids) {
        Map<String, Subject> found = new HashMap<>();
        for (Document document : Await.list(subjects.find(new Document("_id", new Document("$in", List.copyOf(ids))))
                .batchSize(ids.size() + 1))) {
            Subject subject = SubjectDocuments.read(document);
            found.put(subject.ref().id(), subject);
        }
        return found;
    }

    @Override
    public Set<String> replace(Collection<Subject> written) {
        List<Subject> order = List.copyOf(written);
        List<ReplaceOneModel<Document>> replaces = order.stream()
                .map(subject -> new ReplaceOneModel<>(
                        new Document("_id", subject.ref().id()).append("revision", subject.revision()),
                        SubjectDocuments.write(subject, subject.revision() + 1), UPSERT))
                .toList();
        try {
            Await.one(subjects.bulkWrite(replaces, UNORDERED));
            return Set.of();
        } catch (MongoBulkWriteException e) {
            return DuplicateKey.indexes(e).stream().map(index -> order.get(index).ref().id())
                    .collect(Collectors.toSet());
        }
    }

    /** One update where nobody has written since, two more where somebody has. */
    @Override
    public void published(Collection<Subject> published) {
        List<Subject> order = List.copyOf(published);
        List<WriteModel<Document>> clears = new ArrayList<>(order.size() * 2);
        for (Subject subject : order) {
            List<String> ids = subject.pending().stream().map(PendingEvent::id).toList();
            clears.add(new UpdateOneModel<>(
                    new Document("_id", subject.ref().id()).append("lastPending", ids.getLast()),
                    new Document("$set", new Document("pending", List.of()))
                            .append("$unset", new Document("pendingSince", "").append("lastPending", ""))));
        }
        var result = Await.one(subjects.bulkWrite(clears, UNORDERED));
        if (result.getMatchedCount() < order.size()) {
            pull(order);
        }
    }

    private void pull(List<Subject> published) {
        List<WriteModel<Document>> pulls = new ArrayList<>(published.size());
        List<String> subjectIds = new ArrayList<>(published.size());
        for (Subject subject : published) {
            subjectIds.add(subject.ref().id());
            List<String> ids = subject.pending().stream().map(PendingEvent::id).toList();
            pulls.add(new UpdateOneModel<>(new Document("_id", subject.ref().id()), new Document("$pull",
                    new Document("pending", new Document("id", new Document("$in", ids))))));
        }
        Await.one(subjects.bulkWrite(pulls, UNORDERED));
        Await.one(subjects.bulkWrite(List.of(new UpdateManyModel<>(
                new Document("_id", new Document("$in", subjectIds)).append("pending", new Document("$size", 0)),
                new Document("$unset", new Document("pendingSince", "").append("lastPending", ""))))));
    }

    @Override
    public List<Subject> singletons(Collection<String> accounts, Collection<String> types) {
        return read(subjects.find(new Document("account", new Document("$in", List.copyOf(accounts)))
                .append("type", new Document("$in", List.copyOf(types))).append("deleted", false)));
    }

    private static List<Subject> read(Publisher<Document> documents) {
        return Await.list(documents).stream().map(SubjectDocuments::read).toList();
    }

    @Override
    public List<Subject> withGaps(Collection<String> gapIds) {
        return read(subjects.find(new Document("gapIds", new Document("$in", List.copyOf(gapIds))))
                .batchSize(gapIds.size() + 1));
    }

    @Override
    public List<Subject> pendingSince(Instant before, int limit) {
        return read(subjects.find(new Document("pendingSince", new Document("$lte", Date.from(before))))
                .sort(new Document("pendingSince", 1)).limit(limit));
    }

    @Override
    public List<String> dueBy(Instant now, int limit) {
        return Await
                .list(subjects.find(new Document("reassessAt", new Document("$lte", Date.from(now))))
                        .projection(new Document("_id", 1)).sort(new Document("reassessAt", 1)).limit(limit))
                .stream().map(document -> document.getString("_id")).toList();
    }

    @Override
    public AccountFacts facts(String provider, String account) {
        Document live = new Document("account", account).append("provider", provider).append("kind", "resource")
                .append("deleted", false);
        Set<String> types = new HashSet<>(Await.list(subjects.distinct("type", live, String.class)));
        boolean unowned = !Await.list(subjects.find(new Document(live).append("workload", null))
                .projection(new Document("_id", 1)).limit(1)).isEmpty();
        return new AccountFacts(types, unowned);
    }

    @Override
    public List<SubjectLine> page(Set<String> types, @Nullable String account, @Nullable String after, int limit) {
        Document filter = live(types, account);
        if (after != null) {
            filter.append("_id", new Document("$gt", after));
        }
        return Await
                .list(subjects.find(filter).projection(SubjectDocuments.LINE).sort(new Document("_id", 1)).limit(limit))
                .stream().map(SubjectDocuments::line).toList();
    }

    private static Document live(Set<String> types, @Nullable String account) {
        Document filter = new Document("deleted", false);
        if (!types.isEmpty()) {
            filter.append("type", new Document("$in", List.copyOf(types)));
        }
        if (account != null) {
            filter.append("account", account);
        }
        return filter;
    }

    @Override
    public long count(Set<String> types, @Nullable String account) {
        return Await.one(subjects.countDocuments(live(types, account)));
    }

    @Override
    public long forgetDeleted(Instant before) {
        return Await.one(subjects.deleteMany(new Document("deletedAt", new Document("$lt", Date.from(before)))
                .append("pendingSince", null))).getDeletedCount();
    }
}
