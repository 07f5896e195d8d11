package dev.demarc.platform.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** Counts without an aggregation pipeline, and not further than asked. */
public final class Counts {

    private Counts() {}

    /** How many documents of the collection match; {@code most} where there are more. */
    public static Mono<Long> upTo(MongoDatabase database, String collection, Document filter, int most) {
        return Mono.from(database
                .runCommand(new Document("count", collection).append("query", filter).append("limit", most)))
                .map(answer -> answer.get("n", Number.class).longValue());
    }
}
