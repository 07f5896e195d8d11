package dev.demarc.embedded.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.CannotIndexParallelArraysError;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A secondary index: one key for each combination of its fields' values, followed by the document's place. Documents
 * without its first field are not in it (unless it is unique and not sparse), so one on a rare field stays small.
 */
final class OrderedIndex extends KeyIndex {

    private static final int MOST_KEYS = 10_000;

    private final MVMap<String, Long> keys;
    private final MVMap<String, byte[]> documents;
    private final boolean unique;
    private final boolean withMissing;
    private final StickyFlag built;
    private final StickyFlag multikey;

    OrderedIndex(String name, List<IndexKey> fields, boolean unique, boolean sparse, MVMap<String, Long> keys,
            MVMap<String, byte[]> documents, MVMap<String, String> facts) {
        super(name, fields, true);
        this.keys = keys;
        this.documents = documents;
        this.unique = unique;
        withMissing = unique && !sparse;
        built = new StickyFlag(facts, "index/" + name + "/built");
        multikey = new StickyFlag(facts, "index/" + name + "/multikey");
    }

    static void forget(String name, MVMap<String, String> facts) {
        facts.remove("index/" + name + "/built");
        facts.remove("index/" + name + "/multikey");
    }

    @Override
    MVMap<String, ?> map() {
        return keys;
    }

    @Override
    String position(String key, Object value) {
        return key.substring(((Long) value).intValue());
    }

    @Override
    boolean multikey() {
        return multikey.isSet();
    }

    @Override
    boolean complete() {
        return !multikey.isSet() && keys.sizeAsLong() == documents.sizeAsLong();
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    /** Asked once, when the index is added: an empty one that is not yet built is filled from the documents. */
    @Override
    public boolean isEmpty() {
        boolean build = !built.isSet();
        built.set();
        return build;
    }

    /** Takes back a build that failed. */
    void clear(MVMap<String, String> facts) {
        keys.clear();
        forget(getName(), facts);
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other) && other instanceof OrderedIndex index && withMissing == index.withMissing;
    }

    @Override
    public @Nullable String getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<String> collection) {
        check(entries(document), null, collection);
    }

    @Override
    public void add(Document document, String position, MongoCollection<String> collection) {
        Map<String, List<Object>> entries = entries(document);
        check(entries, null, collection);
        entries.keySet().forEach(key -> put(key, position));
    }

    @Override
    public @Nullable String remove(Document document) {
        String position = KeyCodec.encode(document.get("_id"));
        entries(document).keySet().forEach(key -> keys.remove(key + position));
        return null;
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<String> collection) {
        check(entries(newDocument), KeyCodec.encode(oldDocument.get("_id")), collection);
    }

    @Override
    public void updateInPlace(Document oldDocument, Document newDocument, String position,
            MongoCollection<String> collection) {
        Map<String, List<Object>> before = entries(oldDocument);
        Map<String, List<Object>> after = entries(newDocument);
        before.keySet().stream().filter(key -> !after.containsKey(key)).forEach(key -> keys.remove(key + position));
        after.keySet().stream().filter(key -> !before.containsKey(key)).forEach(key -> put(key, position));
    }

    private void put(String key, String position) {
        keys.put(key + position, (long) key.length());
    }

    private void check(Map<String, List<Object>> entries, @Nullable String own,
            MongoCollection<String> collection) {
        if (!unique) {
            return;
        }
        entries.forEach((key, values) -> {
            String found = keys.ceilingKey(key);
            while (found != null && found.startsWith(key)) {
                if (own == null || !found.equals(key + own)) {
                    throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(values));
                }
                found = keys.higherKey(found);
            }
        });
    }

    private Map<String, List<Object>> entries(Document document) {
        Map<String, List<Object>> entries = Map.of("", List.of());
        List<String> arrays = new ArrayList<>();
        for (int field = 0; field < paths().size(); field++) {
            FieldValues found = FieldValues.of(document, paths().get(field));
            if (found.throughArray()) {
                multikey.set();
                arrays.add(paths().get(field));
            }
            Map<String, List<Object>> longer = new LinkedHashMap<>();
            for (Object value : found.values()) {
                if (field == 0 && value instanceof Missing && !withMissing) {
                    continue;
                }
                String part = KeyCodec.directed(KeyCodec.encode(value), ascending(field));
                entries.forEach((key, values) -> longer.put(key + part, with(values, Missing.ofNullable(value))));
            }
            entries = longer;
            if (entries.size() > MOST_KEYS) {
                throw new MongoServerError(67, "CannotCreateIndex",
                        "Index " + getName() + " would hold " + entries.size()
                                + " keys for one document, at most " + MOST_KEYS + " are allowed");
            }
        }
        if (arrays.size() > 1 && parallel(arrays)) {
            throw new CannotIndexParallelArraysError(arrays);
        }
        return entries;
    }

    private static boolean parallel(List<String> arrays) {
        Map<String, Integer> roots = new HashMap<>();
        arrays.forEach(path -> roots.merge(path.split("\\.", 2)[0], 1, Integer::sum));
        return roots.size() > 1;
    }

    private static List<Object> with(List<Object> values, Object value) {
        List<Object> longer = new ArrayList<>(values);
        longer.add(value);
        return longer;
    }
}
