package dev.demarc.embedded.store;

import java.util.List;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** The aggregation that drivers send for {@code countDocuments}: match, perhaps skip and limit, then one sum of ones. */
record CountPipeline(Document filter, int skip, int limit) {

    /** Null where the command is another aggregation. */
    static @Nullable CountPipeline of(Document aggregate) {
        if (!(aggregate.get("pipeline") instanceof List<?> stages) || stages.size() < 2 || stages.size() > 4
                || !(stages.getFirst() instanceof Document match) || !(match.get("$match") instanceof Document filter)
                || !(stages.getLast() instanceof Document last) || !isSumOfOnes(last)) {
            return null;
        }
        int[] bounds = new int[2];
        int next = 0;
        for (Object stage : stages.subList(1, stages.size() - 1)) {
            int which = stage instanceof Document one && one.containsKey("$skip") ? 0 : 1;
            if (which < next || !(stage instanceof Document one)
                    || !(one.get(which == 0 ? "$skip" : "$limit") instanceof Number number)) {
                return null;
            }
            bounds[which] = number.intValue();
            next = which + 1;
        }
        return new CountPipeline(filter, bounds[0], bounds[1]);
    }

    private static boolean isSumOfOnes(Document stage) {
        return stage.get("$group") instanceof Document group && group.size() == 2
                && group.get("_id") instanceof Number id && id.doubleValue() == 1
                && counts(group.get("n"));
    }

    /** Whether an accumulator counts documents, as a sum of ones. */
    static boolean counts(@Nullable Object accumulator) {
        return accumulator instanceof Document sum && sum.size() == 1 && sum.get("$sum") instanceof Number one
                && one.doubleValue() == 1;
    }

    /** The reply with the number, or without any document where nothing was counted. */
    Document reply(String namespace, int count) {
        List<Document> batch = count == 0 ? List.of() : List.of(new Document("_id", 1).append("n", count));
        return FirstBatch.all(namespace, batch);
    }
}
