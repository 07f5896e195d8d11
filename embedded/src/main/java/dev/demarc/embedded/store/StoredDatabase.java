package dev.demarc.embedded.store;

import java.util.List;
import java.util.Set;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractSynchronizedMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;

/** One database of the file: opens collections and indexes, and gives commands the manners of a real server. */
final class StoredDatabase extends AbstractSynchronizedMongoDatabase<String> {

    private static final Set<String> INDEX_OPTIONS = Set.of("v", "key", "name", "ns", "unique", "sparse",
            "background");

    private final Maps maps;
    private final GroupCommit commits;
    private final OpenCursors cursors;

    StoredDatabase(String name, MVStore file, GroupCommit commits, OpenCursors cursors) {
        maps = new Maps(file, name);
        this.commits = commits;
        this.cursors = cursors;
        super(name, cursors.registry());
        initializeNamespacesAndIndexes();
    }

    @Override
    public Document handleCommand(Channel channel, String command, Document query, DatabaseResolver resolver,
            Oplog oplog) {
        return switch (command) {
            case "find" -> {
                FirstBatch.limit(query);
                yield super.handleCommand(channel, command, query, resolver, oplog);
            }
            case "insert" -> WriteReplies.inserted(query,
                    super.handleCommand(channel, command, query, resolver, oplog));
            case "update" -> WriteReplies.updated(query,
                    one -> super.handleCommand(channel, command, one, resolver, oplog));
            case "aggregate" -> {
                CountPipeline count = CountPipeline.of(query);
                MongoCollection<String> counted = resolveCollection(String.valueOf(query.get(command)), false);
                if (count != null && counted != null) {
                    yield count.reply(counted.getFullName(),
                            counted.count(count.filter(), count.skip(), count.limit()));
                }
                TallyPipeline tally = TallyPipeline.of(query);
                if (tally != null && counted instanceof StoredCollection collection) {
                    yield FirstBatch.all(collection.getFullName(), collection.tally(tally));
                }
                query.put("cursor", new Document());
                yield Narrowing.run(query, () -> super.handleCommand(channel, command, query, resolver, oplog));
            }
            default -> super.handleCommand(channel, command, query, resolver, oplog);
        };
    }

    @Override
    protected MongoCollection<String> openOrCreateCollection(String collection, CollectionOptions options) {
        return new StoredCollection(this, collection, options, maps.documents(collection), maps.facts(collection),
                commits, cursors);
    }

    @Override
    protected synchronized void addIndex(Document description) {
        description.keySet().stream().filter(option -> !INDEX_OPTIONS.contains(option)).findFirst()
                .ifPresent(option -> {
                    throw cannotIndex(description,
                            "the option '" + option + "' is not supported, only " + INDEX_OPTIONS);
                });
        if (description.get("key") instanceof Document key) {
            key.forEach((path, direction) -> {
                if (!(direction instanceof Number)) {
                    throw cannotIndex(description, "'" + path + "' must be 1 or -1, not " + direction);
                }
                if (path.matches("(.*\\.)?\\d+(\\..*)?")) {
                    throw cannotIndex(description, "'" + path + "' names a place in an array");
                }
            });
        }
        super.addIndex(description);
    }

    private static MongoServerError cannotIndex(Document description, String why) {
        return new MongoServerError(67, "CannotCreateIndex",
                "Can't create index " + description.get("name") + ": " + why);
    }

    @Override
    protected Index<String> openOrCreateUniqueIndex(String collection, String name, List<IndexKey> keys,
            boolean sparse) {
        if (keys.size() == 1 && keys.getFirst().getKey().equals("_id")) {
            return new IdIndex(name, maps.documents(collection));
        }
        return open(collection, name, keys, true, sparse);
    }

    @Override
    protected Index<String> openOrCreateSecondaryIndex(String collection, String name, List<IndexKey> keys,
            boolean sparse) {
        return open(collection, name, keys, false, sparse);
    }

    private OrderedIndex open(String collection, String name, List<IndexKey> keys, boolean unique, boolean sparse) {
        return new OrderedIndex(name, keys, unique, sparse, maps.index(collection, name), maps.documents(collection),
                maps.facts(collection));
    }

    @Override
    protected void dropIndex(MongoCollection<String> collection, String name) {
        super.dropIndex(collection, name);
        maps.removeIndex(collection.getCollectionName(), name);
    }

    @Override
    public void dropCollection(String collection, Oplog oplog) {
        super.dropCollection(collection, oplog);
        maps.remove(collection);
    }

    @Override
    public void moveCollection(MongoDatabase from, MongoCollection<?> collection, String newName) {
        throw new MongoServerError(115, "CommandNotSupported",
                "renameCollection is not supported: copy " + collection.getFullName() + " to " + newName);
    }

    @Override
    protected long getStorageSize() {
        return maps.fileSize();
    }

    @Override
    protected long getFileSize() {
        return maps.fileSize();
    }
}
