package dev.demarc.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.Topic;
import dev.demarc.systemtests.support.Api;
import dev.demarc.systemtests.support.Gaps;
import dev.demarc.systemtests.support.Items;
import dev.demarc.systemtests.support.Json;
import dev.demarc.systemtests.support.Patience;
import dev.demarc.systemtests.support.Product;
import dev.demarc.systemtests.support.SharedProduct;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What a source puts on {@code demarc.ingest.raw}, good and bad. */
@ExtendWith(SharedProduct.class)
class DeadLettersIT {

    private static final String ACCOUNT = "192837465019";
    private static final String PATH = "/api/dead-letters/assessment";
    private static final Instant CAPTURED = Instant.parse("2026-03-01T00:00:00Z");

    private final Product product;
    private final Api api;

    DeadLettersIT(Product product) {
        this.product = product;
        api = product.api();
    }

    @Test
    void aRawRecordThatCantBeReadIsADeadLetterAndThoseAroundItAreTaken() throws Exception {
        send("first", Items.sns(Items.archive(ACCOUNT, "atlas-raw-1", CAPTURED, true)));
        send("first", "{\"torn\": ");
        send("first", Json.text(Items.item("user", ACCOUNT)));

        JsonNode letter = await("first");
        Gaps.subject(api, "arn:aws:s3:::atlas-raw-1");
        Gaps.subject(api, "arn:aws:iam::192837465019:user/mira");

        assertThat(Json.text(letter, "topic")).isEqualTo(Topic.INGEST_RAW.topicName());
        assertThat(Json.text(letter, "reason")).contains("line 1");
        assertThat(Json.text(letter, "state")).isEqualTo("waiting");
        JsonNode whole = api.get(PATH + "/{id}", Json.text(letter, "id")).expect(200).json();
        assertThat(Json.text(whole, "value")).isEqualTo("{\"torn\": ");
    }

    @Test
    void aReplayedRecordIsTriedAgainAndAPurgedOneIsGone() throws Exception {
        send("again", "[7]");
        String id = Json.text(await("again"), "id");

        JsonNode replayed = api.post(PATH + "/{id}/replay", null, id).expect(200).json();

        assertThat(Json.text(replayed, "state")).isEqualTo("replayed");
        Patience.eventually().until(() -> letters("again").size() == 2);
        for (JsonNode letter : letters("again")) {
            api.edit("DELETE", PATH + "/{id}", null, null, Json.text(letter, "id")).expect(204);
        }
        assertThat(letters("again")).isEmpty();
        api.get(PATH + "/{id}", id).expect(404);
    }

    private JsonNode await(String key) {
        return Patience.eventually().until(() -> letters(key), found -> found.size() == 1).getFirst();
    }

    private List<JsonNode> letters(String key) {
        return api.all(PATH).stream().filter(letter -> Json.text(letter, "key").equals(key)).toList();
    }

    private void send(String key, String value) throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, Object> settings = Map.of("bootstrap.servers", product.brokers());
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(settings, new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topic.INGEST_RAW.topicName(), key, value)).get(60, TimeUnit.SECONDS);
        }
    }
}
