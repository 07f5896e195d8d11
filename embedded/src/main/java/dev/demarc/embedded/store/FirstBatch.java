package dev.demarc.embedded.store;

import de.bwaldvogel.mongo.bson.Document;

/** How many documents a {@code find} answers with when the client does not say. */
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
}
