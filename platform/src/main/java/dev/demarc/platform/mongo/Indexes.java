package dev.demarc.platform.mongo;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.demarc.platform.runtime.Patience;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Creates indexes; what is there already stays. */
public final class Indexes {

    private Indexes() {}

    /** Creates them; blocks until the store has all, however long it is away. */
    public static void ensure(MongoDatabase database, String collection, Index... indexes) {
        Patience.until("creating indexes of " + collection, () -> {
            Await.none(create(database, collection, indexes));
            return true;
        });
    }

    /** Creates them when subscribed to; fails if the store is away. */
    public static Mono<Void> create(MongoDatabase database, String collection, Index... indexes) {
        return Flux.fromArray(indexes).concatMap(index -> database.getCollection(collection)
                .createIndex(index.keys(), new IndexOptions().unique(index.unique()))).then();
    }
}
