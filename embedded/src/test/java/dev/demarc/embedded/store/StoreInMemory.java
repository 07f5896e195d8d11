package dev.demarc.embedded.store;

import java.util.ArrayList;
import java.util.List;

import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** One collection without a network, in memory. */
final class StoreInMemory implements AutoCloseable {

    private final MVStore file = MVStore.open(null);
    private final GroupCommit commits = new GroupCommit(file::commit);
    private final StoredDatabase database = new StoredDatabase("db", file, commits,
            new OpenCursors(new CursorRegistry()));
    private final StoredCollection things = (StoredCollection) database.createCollectionOrThrowIfExists("things",
            CollectionOptions.withDefaults());

    void index(String fields) {
        Document key = new Document();
        for (String field : fields.split(",")) {
            boolean down = field.startsWith("-");
            key.put(down ? field.substring(1) : field, down ? -1 : 1);
        }
        database.addIndex(new Document("key", key).append("name", fields).append("ns", "db.things"));
    }

    long indexSize(String index) {
        return things.getIndexes().stream().filter(i -> i.getName().equals(index)).findFirst().orElseThrow()
                .getCount();
    }

    void replace(Document document) {
        things.updateDocuments(new Document("_id", document.get("_id")), document, ArrayFilters.empty(), false, true,
                NoopOplog.get());
    }

    int delete(String id) {
        return things.deleteDocuments(new Document("_id", id), 0);
    }

    int count(Document filter) {
        return things.count(filter, 0, 0);
    }

    List<Document> find(Document filter, @Nullable Document order, int skip, int limit) {
        List<Document> found = new ArrayList<>();
        things.queryDocuments(filter, order, skip, limit, 0, null).forEach(found::add);
        return found;
    }

    Plan plan(Document filter, @Nullable Document order, int limit) {
        List<KeyIndex> usable = new ArrayList<>();
        things.getIndexes().forEach(index -> usable.add((KeyIndex) index));
        return Plan.choose(usable, filter, order, limit, things.count());
    }

    @Override
    public void close() {
        file.close();
    }
}
