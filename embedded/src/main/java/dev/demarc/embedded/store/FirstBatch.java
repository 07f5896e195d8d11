package dev.demarc.embedded.store;

import java.util.List;

import de.bwaldvogel.mongo.bson.Document;

/** How many documents a {@code find} answers with when the client does not say, and answers of one batch. */
final class FirstBatch {

    private static final int DEFAULT = 101;

    private FirstBatch() {}

    static void limit(Document find) {
        int limit = find.get("limit") instanceof Number number ? Math.abs(number.intValue()) : 0;
        int asked = find.get("batchSize") instanceof Number number ? number.intValue() : 0;
        boolean single = Boolean.TRUE.equals(find.get("singleBatch"));
        if (single && limit > 0) {
            find.put("batchSize", limit);
        } else if (asked <= 0) {
            find.put("batchSize", DEFAULT);
        }
    }

    /** A reply after which there is nothing more to ask for. */
    static Document all(String namespace, List<Document> documents) {
        return new Document("cursor", new Document("id", 0L).append("ns", namespace).append("firstBatch", documents))
                .append("ok", 1.0);
    }
}
