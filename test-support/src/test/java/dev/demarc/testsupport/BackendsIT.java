package dev.demarc.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The first that fails where containers are asked for and can't be had. */
class BackendsIT {

    private static final Duration WAIT = Duration.ofSeconds(30);

    @Test
    void theChosenBrokerAnswersAndHasNoTopics() throws Exception {
        try (TestBroker broker = TestBroker.start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get(WAIT.toSeconds(), TimeUnit.SECONDS)).isEmpty();
        }
    }

    @Test
    void theChosenStoreTakesADocumentAndGivesItBack() {
        try (TestStore store = TestStore.start();
                MongoClient client = MongoClients.create(store.connectionString("support"))) {
            var things = client.getDatabase("support").getCollection("things");
            Document thing = new Document("_id", 1).append("name", "a");
            Mono.from(things.insertOne(thing)).block(WAIT);
            assertThat(Mono.from(things.find()).block(WAIT)).isEqualTo(thing);
        }
    }
}
