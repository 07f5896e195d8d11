package dev.demarc.embedded.store;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** The aggregation that counts documents by some of their fields: match, then one group by top-level fields with a sum of ones. */
record TallyPipeline(Document filter, Document key, String sum) {

    private static final int STAGES = 2;

    /** Null where the command is another aggregation. */
    static @Nullable TallyPipeline of(Document aggregate) {
        if (aggregate.get("pipeline") instanceof List<?> stages && stages.size() == STAGES
                && stages.getFirst() instanceof Document match && match.get("$match") instanceof Document filter
                && stages.getLast() instanceof Document last && last.get("$group") instanceof Document group
                && group.size() == STAGES && group.get("_id") instanceof Document key && !key.isEmpty()
                && key.values().stream().allMatch(TallyPipeline::isTopLevelField)) {
            String sum = group.keySet().stream().filter(name -> !name.equals("_id")).findFirst().orElseThrow();
            return group.get(sum) instanceof Document ones && ones.size() == 1
                    && ones.get("$sum") instanceof Number one && one.doubleValue() == 1
                            ? new TallyPipeline(filter, key, sum)
                            : null;
        }
        return null;
    }

    private static boolean isTopLevelField(Object expression) {
        return expression instanceof String path && path.matches("\\$[^$.]+");
    }

    /** The fields that are counted by. */
    Set<String> fields() {
        return key.values().stream().map(TallyPipeline::field).collect(Collectors.toSet());
    }

    /** What a document is counted under; a field that it lacks is left out, as the server does. */
    Document keyOf(Document document) {
        Document found = new Document();
        key.forEach((name, path) -> {
            if (document.containsKey(field(path))) {
                found.put(name, document.get(field(path)));
            }
        });
        return found;
    }

    private static String field(Object path) {
        return ((String) path).substring(1);
    }

    /** One of the reply's documents. */
    Document line(Document counted, int count) {
        return new Document("_id", counted).append(sum, count);
    }
}
