package dev.demarc.assessment.ingest.aws;

import dev.demarc.assessment.ingest.InvalidField;
import dev.demarc.assessment.ingest.JsonTree;
import dev.demarc.assessment.ingest.Redaction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tags, wherever an item keeps them: at the top, in the bucket's tagging, in {@code Tags}, in the configuration. */
final class Tags {

    private static final int MOST = 500;
    private static final String[][] PAIRS = {{"key", "value"}, {"Key", "Value"}, {"tagKey", "tagValue"},
            {"TagKey", "TagValue"}, {"tagName", "tagValue"}};

    private Tags() {}

    /** The tags at the top of the item, else the first that are found below; both parts are already decoded. */
    static Map<String, String> of(Map<String, @Nullable Object> item, Map<String, @Nullable Object> configuration,
            Map<String, @Nullable Object> supplementary) throws InvalidField {
        Object top = item.get("tags");
        Map<String, String> tags = read(top);
        if (tags == null) {
            throw new InvalidField("tags", top, "an object, or a list of at most " + MOST + " keys and values",
                    "can't be read as tags");
        }
        Object[] elsewhere = {bucketTags(supplementary), supplementary.get("Tags"), supplementary.get("tags"),
                configuration.get("tags"), configuration.get("Tags"), configuration.get("tagList")};
        for (int i = 0; tags.isEmpty() && i < elsewhere.length; i++) {
            Map<String, String> found = elsewhere[i] == null ? null : read(elsewhere[i]);
            tags = found == null ? tags : found;
        }
        return tags;
    }

    private static @Nullable Object bucketTags(Map<String, @Nullable Object> supplementary) {
        Map<String, @Nullable Object> tagging = JsonTree.object(supplementary.get("BucketTaggingConfiguration"));
        List<@Nullable Object> sets = tagging == null ? null : JsonTree.array(tagging.get("tagSets"));
        Map<String, @Nullable Object> first = sets == null || sets.isEmpty() ? null : JsonTree.object(sets.getFirst());
        return first == null ? null : first.get("tags");
    }

    /** Null for what is neither an object of texts nor a list of pairs. */
    private static @Nullable Map<String, String> read(@Nullable Object value) {
        if (value == null) {
            return Map.of();
        }
        Map<String, String> tags = new LinkedHashMap<>();
        Map<String, @Nullable Object> object = JsonTree.object(value);
        List<@Nullable Object> list = JsonTree.array(value);
        if (object != null) {
            for (Map.Entry<String, @Nullable Object> tag : object.entrySet()) {
                if (!put(tags, tag.getKey(), tag.getValue())) {
                    return null;
                }
            }
        } else if (list != null) {
            for (Object element : list) {
                Map<String, @Nullable Object> pair = JsonTree.object(element);
                if (pair == null || !put(tags, pair)) {
                    return null;
                }
            }
        } else {
            return null;
        }
        return tags.size() > MOST ? null : tags;
    }

    private static boolean put(Map<String, String> tags, Map<String, @Nullable Object> pair) {
        for (String[] names : PAIRS) {
            if (pair.get(names[0]) instanceof String key) {
                return put(tags, key, pair.get(names[1]));
            }
        }
        return false;
    }

    private static boolean put(Map<String, String> tags, String key, @Nullable Object value) {
        if (value instanceof Map || value instanceof List) {
            return false;
        }
        tags.put(key, value == null ? "" : Redaction.text(key, value.toString()));
        return true;
    }
}
