package dev.demarc.embedded.store;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;

/**
 * Runs MongoDB commands on an MVStore file. A command is answered when everything that it wrote or read is committed to
 * the file, so a killed process takes nothing back that somebody was told.
 */
public final class StoreBackend extends AbstractMongoBackend {

    private static final Set<String> READS = Set.of("find", "getmore", "count", "distinct", "listcollections",
            "listindexes", "ismaster", "hello", "ping", "buildinfo", "serverstatus", "killcursors", "endsessions",
            "dbstats", "collstats", "whatsmyuri", "getlog", "hostinfo", "connectionstatus", "getcmdlineopts");

    private final MVStore file;
    private final GroupCommit commits;
    private final OpenCursors cursors;
    private final Housekeeping housekeeping;

    /** Takes over an open file whose own commits are switched off; {@link #close()} closes it. */
    public StoreBackend(MVStore file, Clock clock) {
        super(clock);
        this.file = file;
        version(WireVersion.MONGO_4_4);
        commits = new GroupCommit(file::commit);
        cursors = new OpenCursors(getCursorRegistry());
        file.getMapNames().stream().filter(name -> name.startsWith(Maps.DATA))
                .map(name -> name.substring(Maps.DATA.length(), name.indexOf('.'))).distinct().toList()
                .forEach(this::resolveDatabase);
        housekeeping = Housekeeping.start(file, commits);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoredDatabase(name, file, commits, cursors);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return commits.command(!isRead(command, query), () -> switch (command) {
            case "hello" -> super.handleCommand(channel, database, "ismaster", query).append("isWritablePrimary", true);
            case "listDatabases" -> listDatabases();
            default -> super.handleCommand(channel, database, command, query);
        });
    }

    private static boolean isRead(String command, Document query) {
        if (command.equals("aggregate") && query.get("pipeline") instanceof Collection<?> stages) {
            return stages.stream().noneMatch(stage -> stage instanceof Document document
                    && (document.containsKey("$out") || document.containsKey("$merge")));
        }
        return READS.contains(command.toLowerCase(Locale.ROOT));
    }

    private Document listDatabases() {
        long size = file.getFileStore().size();
        List<Document> databases = listDatabaseNames().stream().sorted().map(name -> new Document("name", name)
                .append("sizeOnDisk", size).append("empty", resolveDatabase(name).isEmpty())).toList();
        return new Document("databases", databases).append("totalSize", size).append("ok", 1.0);
    }

    /** Commits and closes the file. */
    @Override
    public void close() {
        housekeeping.close();
        super.close();
        file.close();
    }
}
