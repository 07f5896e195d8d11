package dev.demarc.embedded.store;

import java.util.List;
import java.util.Set;

import de.bwaldvogel.mongo.bson.Document;

/** Lets an aggregation that begins with a {@code $match} read only what matches, through the indexes. */
final class Narrowing {

    private static final Set<String> PLAIN_STAGES = Set.of("$match", "$sort", "$skip", "$limit", "$project", "$group",
            "$count", "$unwind", "$addFields", "$set", "$unset", "$sortByCount", "$bucket", "$replaceRoot");
    private static final ScopedValue<Narrowing> CURRENT = ScopedValue.newInstance();

    private final String collection;
    private final Document filter;

    private Narrowing(String collection, Document filter) {
        this.collection = collection;
        this.filter = filter;
    }

    static Document run(Document aggregate, ScopedValue.CallableOp<Document, RuntimeException> command) {
        if (aggregate.get("pipeline") instanceof List<?> stages && !stages.isEmpty()
                && stages.getFirst() instanceof Document first && first.get("$match") instanceof Document filter
                && stages.stream().allMatch(Narrowing::isPlain)) {
            return ScopedValue.where(CURRENT, new Narrowing(String.valueOf(aggregate.get("aggregate")), filter))
                    .call(command);
        }
        return command.call();
    }

    private static boolean isPlain(Object stage) {
        return stage instanceof Document document && PLAIN_STAGES.containsAll(document.keySet());
    }

    static Document of(StoredCollection collection, Document filter) {
        return filter.isEmpty() && CURRENT.isBound()
                && CURRENT.get().collection.equals(collection.getCollectionName()) ? CURRENT.get().filter : filter;
    }
}
