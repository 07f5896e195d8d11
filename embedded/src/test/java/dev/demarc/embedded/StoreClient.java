package dev.demarc.embedded;

import java.util.List;
import java.util.Objects;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import org.bson.Document;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The official reactive driver, waited for. */
final class StoreClient implements AutoCloseable {

    private final MongoClient client;

    StoreClient(String uri) {
        client = MongoClients.create(uri);
    }

    MongoCollection<Document> collection(String name) {
        return client.getDatabase("test").getCollection(name);
    }

    MongoClient driver() {
        return client;
    }

    static <T> T one(Publisher<T> publisher) {
        return Objects.requireNonNull(Mono.from(publisher).block());
    }

    static void run(Publisher<Void> publisher) {
        Mono.from(publisher).block();
    }

    static <T> List<T> all(Publisher<T> publisher) {
        return Objects.requireNonNull(Flux.from(publisher).collectList().block());
    }

    @Override
    public void close() {
        client.close();
    }
}
