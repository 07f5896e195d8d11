package dev.demarc.embedded.store;

import java.util.List;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;

/** An index whose keys sort like the values of its fields; the planner asks it how many keys lie in a range. */
abstract class KeyIndex extends Index<String> {

    private final List<String> paths;

    KeyIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
        paths = keys.stream().map(IndexKey::getKey).toList();
    }

    final List<String> paths() {
        return paths;
    }

    final boolean ascending(int field) {
        return getKeys().get(field).isAscending();
    }

    /** The keys, each with what {@link #position} needs. */
    abstract MVMap<String, ?> map();

    /** The place of the document that the entry stands for. */
    abstract String position(String key, Object value);

    /** Whether a document may have more than one key, or be found under a value that it does not sort by. */
    abstract boolean multikey();

    /** Whether every document of the collection is in it. */
    abstract boolean complete();

    /** How many keys the ranges hold. */
    final long count(List<KeyRange> ranges) {
        long count = 0;
        for (KeyRange range : ranges) {
            long end = range.end() == null ? map().sizeAsLong() : rank(range.end());
            count += Math.max(0, end - rank(range.low()));
        }
        return count;
    }

    private long rank(String key) {
        if (key.isEmpty()) {
            return 0;
        }
        long index = map().getKeyIndex(key);
        return index >= 0 ? index : -index - 1;
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other) && isUnique() == other.isUnique()
                && getKeys().toString().equals(other.getKeys().toString());
    }

    @Override
    public final boolean canHandle(Document query) {
        return false;
    }

    @Override
    public final Iterable<String> getPositions(Document query) {
        throw new UnsupportedOperationException("the planner chooses the index");
    }

    @Override
    public final long getCount() {
        return map().sizeAsLong();
    }

    @Override
    public final long getDataSize() {
        return getCount();
    }

    @Override
    public final void drop() {
        // the database removes the map
    }
}
