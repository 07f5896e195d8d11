package dev.demarc.assessment.mongo;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.assessment.application.HeardStore;
import dev.demarc.platform.mongo.Await;
import dev.demarc.platform.mongo.Index;
import dev.demarc.platform.mongo.Indexes;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.Document;

/** When accounts were last heard of, in {@code assessment.heard}. */
public final class MongoHeard implements HeardStore {

    private static final String COLLECTION = "assessment.heard";

    private final MongoCollection<Document> heard;

    /** In this database; creates the index that the queries need. */
    public MongoHeard(MongoDatabase database) {
        Indexes.ensure(database, COLLECTION, Index.on("account"));
        this.heard = database.getCollection(COLLECTION);
    }

    @Override
    public void heard(Key key, Instant when) {
        Await.one(heard.updateOne(new Document("_id", key.account() + '/' + key.source()),
                new Document("$max", new Document("lastHeardAt", Date.from(when))).append("$set",
                        new Document("account", key.account()).append("source", key.source())),
                new UpdateOptions().upsert(true)));
    }

    @Override
    public Map<String, Instant> lastHeard(String account) {
        return Await.list(heard.find(new Document("account", account))).stream().collect(Collectors.toMap(
                document -> document.getString("source"), document -> document.getDate("lastHeardAt").toInstant()));
    }
}
