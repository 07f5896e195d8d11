package dev.demarc.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The deliveries as the API shows them. */
public final class Deliveries {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = new JsonMapper();

    private Deliveries() {}

    /** An endpoint's, the newest first. */
    public static List<JsonNode> of(Receiver receiver) {
        return get("/api/notifications/deliveries?limit=500&endpoint=" + receiver.endpoint).get("items").valueStream()
                .toList();
    }

    /** One with its attempts. */
    public static JsonNode detail(String id) {
        return get("/api/notifications/deliveries/" + id);
    }

    /** Waits until the receiver's only delivery has that many recorded attempts and gives it. */
    public static JsonNode afterAttempts(Receiver receiver, int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(of(receiver)).singleElement()
                .satisfies(
                        delivery -> assertThat(detail(delivery.get("id").asString()).get("attempts")).hasSize(count)));
        return of(receiver).getFirst();
    }

    /** Waits until all of the receiver's deliveries are in that state. */
    public static void awaitAll(Receiver receiver, int count, String state) {
        await().atMost(PATIENCE).until(() -> of(receiver).stream()
                .filter(delivery -> delivery.get("state").asString().equals(state)).count() == count);
    }

    /** Any resource, read as an admin. */
    public static JsonNode get(String path) {
        return JSON.readTree(Service.shared().admin().get().uri(path).exchange().expectStatus().isOk()
                .expectBody(byte[].class).returnResult().getResponseBodyContent());
    }
}
