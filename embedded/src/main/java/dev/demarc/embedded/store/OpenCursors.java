package dev.demarc.embedded.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;

/** Cursors with something left; beyond a thousand the one that was not used for longest is closed. */
final class OpenCursors {

    private static final int MOST = 1000;

    private final CursorRegistry registry;
    private final Map<Long, Boolean> byUse = new LinkedHashMap<>(16, 0.75f, true);

    OpenCursors(CursorRegistry registry) {
        this.registry = registry;
    }

    CursorRegistry registry() {
        return registry;
    }

    QueryResult open(DocumentBatches batches, int batchSize) {
        List<Document> first = batches.take(batchSize);
        if (batches.isEmpty()) {
            return new QueryResult(first);
        }
        BatchCursor cursor = new BatchCursor(registry.generateCursorId(), batches);
        registry.add(cursor);
        used(cursor.getId());
        return new QueryResult(first, cursor);
    }

    private synchronized void used(long id) {
        byUse.put(id, true);
        if (byUse.size() > MOST) {
            long eldest = byUse.keySet().iterator().next();
            byUse.remove(eldest);
            registry.remove(eldest);
        }
    }

    private synchronized void finished(long id) {
        byUse.remove(id);
    }

    private final class BatchCursor extends AbstractCursor {

        private final DocumentBatches batches;

        BatchCursor(long id, DocumentBatches batches) {
            super(id);
            this.batches = batches;
        }

        @Override
        public boolean isEmpty() {
            return batches.isEmpty();
        }

        @Override
        public List<Document> takeDocuments(int atMost) {
            List<Document> taken = batches.take(atMost);
            if (batches.isEmpty()) {
                finished(getId());
            } else {
                used(getId());
            }
            return taken;
        }
    }
}
