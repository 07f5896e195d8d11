package dev.demarc.embedded.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import de.bwaldvogel.mongo.bson.Document;

/** Counts and stops of bulk writes as a real server gives them, where the library's differ. */
final class WriteReplies {

    private WriteReplies() {}

    /** The number of documents that were inserted, not of those that were sent. */
    static Document inserted(Document insert, Document reply) {
        List<Document> errors = documents(reply, "writeErrors");
        if (!errors.isEmpty()) {
            boolean ordered = !Boolean.FALSE.equals(insert.get("ordered"));
            int sent = documents(insert, "documents").size();
            reply.put("n", ordered ? number(errors.getFirst(), "index") : sent - errors.size());
        }
        return reply;
    }

    /** An ordered bulk stops at its first error. */
    static Document updated(Document update, UnaryOperator<Document> run) {
        List<Document> updates = documents(update, "updates");
        if (Boolean.FALSE.equals(update.get("ordered")) || updates.size() < 2) {
            return run.apply(update);
        }
        int matched = 0;
        int modified = 0;
        List<Document> upserted = new ArrayList<>();
        Document reply = new Document();
        for (int i = 0; i < updates.size() && !reply.containsKey("writeErrors"); i++) {
            Document one = update.clone();
            one.put("updates", List.of(updates.get(i)));
            reply = run.apply(one);
            matched += number(reply, "n");
            modified += number(reply, "nModified");
            for (Document upsert : documents(reply, "upserted")) {
                upserted.add(upsert.append("index", i));
            }
            for (Document error : documents(reply, "writeErrors")) {
                error.put("index", i);
            }
        }
        reply.put("n", matched);
        reply.put("nModified", modified);
        if (!upserted.isEmpty()) {
            reply.put("upserted", upserted);
        }
        return reply;
    }

    private static int number(Document document, String field) {
        return document.get(field) instanceof Number number ? number.intValue() : 0;
    }

    private static List<Document> documents(Document document, String field) {
        List<Document> found = new ArrayList<>();
        if (document.get(field) instanceof List<?> list) {
            for (Object element : list) {
                if (element instanceof Document one) {
                    found.add(one);
                }
            }
        }
        return found;
    }
}
