package dev.demarc.embedded.store;

import java.util.List;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The index on {@code _id}: the documents themselves, which lie in the order of their encoded {@code _id}. */
final class IdIndex extends KeyIndex {

    private static final String ID = "_id";

    private final MVMap<String, byte[]> documents;

    IdIndex(String name, MVMap<String, byte[]> documents) {
        super(name, List.of(new IndexKey(ID, true)), false);
        this.documents = documents;
    }

    @Override
    MVMap<String, ?> map() {
        return documents;
    }

    @Override
    String position(String key, Object value) {
        return key;
    }

    @Override
    boolean multikey() {
        return false;
    }

    @Override
    boolean complete() {
        return true;
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public @Nullable String getPosition(Document document) {
        String key = KeyCodec.encode(document.get(ID));
        return documents.containsKey(key) ? key : null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<String> collection) {
        if (getPosition(document) != null) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get(ID)));
        }
    }

    @Override
    public void add(Document document, String position, MongoCollection<String> collection) {
        // the document itself is the entry
    }

    @Override
    public @Nullable String remove(Document document) {
        return getPosition(document);
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<String> collection) {
        // an update can't change an _id
    }

    @Override
    public void updateInPlace(Document oldDocument, Document newDocument, String position,
            MongoCollection<String> collection) {
        // an update can't change an _id
    }
}
