package dev.demarc.embedded.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * The aggregation that counts documents by some of their fields: match, then one group by top-level fields with a sum of
 * ones.
 *
 * @param key the fields by their names in the reply
 * @param sum what the count is called there
 */
record TallyPipeline(Document filter, Map<String, String> key, String sum) {

    private static final int STAGES = 2;

    /** Null where the command is another aggregation. */
    static @Nullable TallyPipeline of(Document aggregate) {
        if (!(aggregate.get("pipeline") instanceof List<?> stages) || stages.size() != STAGES
                || !(stages.getFirst() instanceof Document match) || !(match.get("$match") instanceof Document filter)
                || !(stages.getLast() instanceof Document last) || !(last.get("$group") instanceof Document group)
                || group.size() != STAGES || !(group.get("_id") instanceof Document id) || id.isEmpty()) {
            return null;
        }
        Map<String, String> key = new LinkedHashMap<>();
        for (var each : id.entrySet()) {
            if (!(each.getValue() instanceof String path) || !path.matches("\\$[^$.]+")) {
                return null;
            }
            key.put(each.getKey(), path.substring(1));
        }
        String sum = group.keySet().stream().filter(name -> !name.equals("_id")).findFirst().orElseThrow();
        return CountPipeline.counts(group.get(sum)) ? new TallyPipeline(filter, key, sum) : null;
    }

    /** The fields that are counted by. */
    Set<String> fields() {
        return Set.copyOf(key.values());
    }

    /** What a document is counted under; a field that it lacks is left out, as the server does. */
    Document keyOf(Document document) {
        Document found = new Document();
        key.forEach((name, field) -> {
            if (document.containsKey(field)) {
                found.put(name, document.get(field));
            }
        });
        return found;
    }

    /** One of the reply's documents. */
    Document line(Document counted, int count) {
        return new Document("_id", counted).append(sum, count);
    }
}
