package dev.demarc.embedded.store;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/** The names and types of one database's maps in the file. */
final class Maps {

    static final String DATA = "data/";

    private final MVStore file;
    private final String database;

    Maps(MVStore file, String database) {
        this.file = file;
        this.database = database;
    }

    MVMap<String, byte[]> documents(String collection) {
        return file.openMap(DATA + full(collection), new MVMap.Builder<String, byte[]>()
                .keyType(StringDataType.INSTANCE).valueType(ByteArrayDataType.INSTANCE));
    }

    MVMap<String, String> facts(String collection) {
        return file.openMap("facts/" + full(collection), new MVMap.Builder<String, String>()
                .keyType(StringDataType.INSTANCE).valueType(StringDataType.INSTANCE));
    }

    MVMap<String, Long> index(String collection, String name) {
        return file.openMap(indexName(collection, name), new MVMap.Builder<String, Long>()
                .keyType(StringDataType.INSTANCE).valueType(LongDataType.INSTANCE));
    }

    void removeIndex(String collection, String name) {
        file.removeMap(indexName(collection, name));
    }

    void remove(String collection) {
        file.removeMap(DATA + full(collection));
        file.removeMap("facts/" + full(collection));
    }

    long fileSize() {
        return file.getFileStore().size();
    }

    private String indexName(String collection, String name) {
        return "index/" + full(collection) + "/" + name;
    }

    private String full(String collection) {
        return database + "." + collection;
    }
}
