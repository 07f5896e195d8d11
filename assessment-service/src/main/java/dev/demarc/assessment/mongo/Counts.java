package dev.demarc.assessment.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.platform.mongo.Await;
import org.bson.Document;

/** Counts without an aggregation pipeline, and not further than asked. */
final class Counts {

    private Counts() {}

    static long upTo(MongoDatabase database, String collection, Document filter, int most) {
        Document answer = Await.one(database
                .runCommand(new Document("count", collection).append("query", filter).append("limit", most)));
        return answer.get("n", Number.class).longValue();
    }
}
