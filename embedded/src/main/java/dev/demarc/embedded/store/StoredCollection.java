package dev.demarc.embedded.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryParameters;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Documents as BSON in one map of the file: many readers or one writer at a time, each reading its own copies. */
final class StoredCollection extends AbstractMongoCollection<String> {

    private static final int SAMPLE = 1000;

    private final MVMap<String, byte[]> documents;
    private final MVMap<String, String> facts;
    private final GroupCommit commits;
    private final OpenCursors cursors;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private long lastChange;
    private int updateAtMost;
    private @Nullable Document replacement;

    StoredCollection(MongoDatabase database, String name, CollectionOptions options, MVMap<String, byte[]> documents,
            MVMap<String, String> facts, GroupCommit commits, OpenCursors cursors) {
        super(database, name, options, cursors.registry());
        this.documents = documents;
        this.facts = facts;
        this.commits = commits;
        this.cursors = cursors;
    }

    // ---- reading

    @Override
    protected QueryResult queryDocuments(Document filter, @Nullable Document orderBy, int skip, int limit,
            int batchSize, @Nullable Document projection) {
        Document narrowed = Narrowing.of(this, filter);
        int atMost = limit == 0 ? updateAtMost : Math.abs(limit);
        List<String> positions = read(() -> select(narrowed, orderBy, skip, atMost));
        DocumentBatches batches = new DocumentBatches(this, positions, narrowed, projection);
        return batchSize == 0 ? new QueryResult(batches) : cursors.open(batches, batchSize);
    }

    private List<String> select(Document filter, @Nullable Document orderBy, int skip, int limit) {
        return selection(filter, orderBy).positions(skip, limit);
    }

    private Selection selection(Document filter, @Nullable Document orderBy) {
        List<KeyIndex> usable = new ArrayList<>();
        for (Index<String> index : getIndexes()) {
            if (index instanceof KeyIndex key) {
                usable.add(key);
            }
        }
        return new Selection(documents, usable, filter, orderBy);
    }

    /** The documents at these places that still match, in this order, cut to what the projection asks for. */
    List<Document> fetch(List<String> positions, Document filter, @Nullable Document projection) {
        Set<String> fields = FilterFields.ofReply(filter, projection);
        return read(() -> {
            Stream<Document> found = positions.stream().map(documents::get).filter(Objects::nonNull)
                    .map(bytes -> RawBson.decode(bytes, fields));
            return matchDocumentsFromStream(found, filter, null, 0, 0, 0, projection).collectDocuments();
        });
    }

    /** How many documents there are under each key, in no order. */
    List<Document> tally(TallyPipeline tally) {
        Map<Document, Integer> counts = new HashMap<>();
        read(() -> {
            selection(tally.filter(), null).forEach(tally.fields(),
                    document -> counts.merge(tally.keyOf(document), 1, Integer::sum));
            return true;
        });
        return counts.entrySet().stream().map(each -> tally.line(each.getKey(), each.getValue())).toList();
    }

    /** Bytes of the document at the place, 0 where there is none any more. */
    int size(String position) {
        byte[] bytes = documents.get(position);
        return bytes == null ? 0 : bytes.length;
    }

    @Override
    protected boolean documentMatchesQuery(Document document, Document filter) {
        return filter.isEmpty() || new DefaultQueryMatcher().matches(document, filter);
    }

    @Override
    protected QueryResult matchDocuments(Document filter, Document orderBy, int skip, int limit, int batchSize,
            Document projection) {
        return queryDocuments(filter, orderBy, skip, limit, batchSize, projection);
    }

    @Override
    public QueryResult handleQuery(QueryParameters parameters) {
        return read(() -> super.handleQuery(parameters));
    }

    @Override
    public Document handleDistinct(Document command) {
        return read(() -> super.handleDistinct(command));
    }

    @Override
    public int count(@Nullable Document filter, int skip, int limit) {
        if (filter == null || filter.isEmpty()) {
            return read(() -> super.count(new Document(), skip, limit));
        }
        return read(() -> select(filter, null, skip, Math.max(0, limit)).size());
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public boolean isEmpty() {
        return documents.isEmpty();
    }

    @Override
    protected @Nullable Document getDocument(String position) {
        byte[] bytes = documents.get(position);
        return bytes == null ? null : RawBson.decode(bytes);
    }

    @Override
    protected Stream<DocumentWithPosition<String>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(RawBson.decode(entry.getValue()), entry.getKey()));
    }

    @Override
    protected @Nullable String findDocumentPosition(Document document) {
        String id = getIdField();
        if (id == null) {
            return super.findDocumentPosition(document);
        }
        String position = KeyCodec.encode(document.get(id));
        return documents.containsKey(position) ? position : null;
    }

    @Override
    protected int getDataSize() {
        long sampled = documents.entrySet().stream().limit(SAMPLE).mapToLong(entry -> entry.getValue().length).sum();
        long known = Math.min(SAMPLE, documents.sizeAsLong());
        return known == 0 ? 0 : (int) Math.min(Integer.MAX_VALUE, sampled * documents.sizeAsLong() / known);
    }

    // ---- writing

    @Override
    public void addDocument(Document document) {
        write(() -> {
            super.addDocument(document);
            return true;
        });
    }

    @Override
    public void removeDocument(Document document) {
        write(() -> {
            super.removeDocument(document);
            return true;
        });
    }

    @Override
    public List<Document> insertDocuments(List<Document> toInsert, boolean ordered) {
        return write(() -> super.insertDocuments(toInsert, ordered));
    }

    @Override
    public int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return write(() -> super.deleteDocuments(selector, limit, oplog));
    }

    @Override
    public Document updateDocuments(Document selector, Document update, ArrayFilters arrayFilters, boolean multi,
            boolean upsert, Oplog oplog) {
        return write(() -> {
            updateAtMost = multi ? 0 : 1;
            replacement = update;
            try {
                return super.updateDocuments(selector, update, arrayFilters, multi, upsert, oplog);
            } finally {
                updateAtMost = 0;
                replacement = null;
            }
        });
    }

    @Override
    public Document findAndModify(Document command) {
        return write(() -> {
            replacement = command.get("update") instanceof Document update ? update : null;
            try {
                return super.findAndModify(command);
            } finally {
                replacement = null;
            }
        });
    }

    @Override
    public void addIndex(Index<String> index) {
        write(() -> {
            try {
                super.addIndex(index);
            } catch (RuntimeException e) {
                if (index instanceof OrderedIndex added && !getIndexes().contains(index)
                        && getIndexes().stream().noneMatch(other -> other.getName().equals(index.getName()))) {
                    added.clear(facts);
                }
                throw e;
            }
            return true;
        });
    }

    @Override
    public void dropIndex(String name) {
        write(() -> {
            super.dropIndex(name);
            OrderedIndex.forget(name, facts);
            return true;
        });
    }

    @Override
    protected String addDocumentInternal(Document document) {
        String id = getIdField();
        String position = id == null ? UUID.randomUUID().toString() : KeyCodec.encode(document.get(id));
        documents.put(position, RawBson.encode(document));
        return position;
    }

    @Override
    protected void handleUpdate(String position, Document oldDocument, Document newDocument) {
        documents.put(position, RawBson.encode(inOrderOf(replacement, newDocument)));
    }

    /** The library leaves fields that stay where they were; a replacement has its own order. */
    private static Document inOrderOf(@Nullable Document replacement, Document document) {
        if (replacement == null || replacement.keySet().stream().anyMatch(key -> key.startsWith("$"))) {
            return document;
        }
        Document ordered = new Document("_id", document.get("_id"));
        replacement.keySet().forEach(key -> ordered.put(key, document.get(key)));
        return ordered;
    }

    @Override
    protected void removeDocument(String position) {
        documents.remove(position);
    }

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int change) {
        // estimated from a sample when asked
    }

    private <T> T read(Supplier<T> body) {
        return locked(lock.readLock(), () -> {
            commits.need(lastChange);
            return body.get();
        });
    }

    private <T> T write(Supplier<T> body) {
        return locked(lock.writeLock(), () -> {
            lastChange = commits.change();
            return body.get();
        });
    }

    private static <T> T locked(Lock lock, Supplier<T> body) {
        lock.lock();
        try {
            return body.get();
        } finally {
            lock.unlock();
        }
    }
}
