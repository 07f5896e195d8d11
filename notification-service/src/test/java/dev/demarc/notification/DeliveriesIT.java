package dev.demarc.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.event.GapChanged;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.contracts.event.GapOpened;
import dev.demarc.contracts.event.GapResolved;
import dev.demarc.contracts.gap.Origin;
import dev.demarc.notification.application.DeliveryStore;
import dev.demarc.notification.application.EndpointStore;
import dev.demarc.notification.model.Delivery;
import dev.demarc.notification.model.Endpoint;
import dev.demarc.notification.model.MessageId;
import dev.demarc.notification.model.MessageType;
import dev.demarc.platform.mongo.Await;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DeliveriesIT {

    private static final Service SERVICE = Service.shared();

    @Test
    void theGoldenExamplesArriveOnceEachInOrderAndSigned() throws IOException {
        Receiver receiver = Receiver.of("payments");
        List<String> names = List.of("gap.opened", "gap.changed", "gap.resolved");
        GapEvent[] events = {golden("gap.opened", GapOpened.class), golden("gap.changed", GapChanged.class),
                golden("gap.resolved", GapResolved.class)};
        SERVICE.publish(events);
        List<LoggedRequest> received = receiver.received(3);
        for (int i = 0; i < 3; i++) {
            JsonNode body = Receiver.json(received.get(i));
            assertThat(body.get("type").asString()).isEqualTo(names.get(i));
            assertThat(body.get("timestamp").asString()).isEqualTo(events[i].at().toString());
            assertThat(body.get("data")).isEqualTo(ContractJson.mapper().readTree(text(names.get(i))));
            assertThat(Receiver.isSigned(received.get(i), receiver.secret)).isTrue();
        }
        assertThat(received).extracting(request -> request.getHeader("webhook-id")).doesNotHaveDuplicates();
        receiver.delete();
    }

    @Test
    void eventsThatComeAgainOrTooLateAreNotToldAgain() {
        Receiver receiver = Receiver.of("repeats");
        SERVICE.publish(Gaps.opened("g-repeats", "repeats"), Gaps.acknowledged("g-repeats", 2, "repeats"));
        receiver.received(2);
        SERVICE.publish(Gaps.opened("g-repeats", "repeats"), Gaps.acknowledged("g-repeats", 2, "repeats"),
                Gaps.resolved("g-repeats", 4, "repeats", Origin.LIVE), Gaps.acknowledged("g-repeats", 3, "repeats"),
                Gaps.acknowledged("g-repeats", 5, "repeats"));
        assertThat(receiver.received(4))
                .extracting(request -> Receiver.json(request).get("data").get("sequence").asLong())
                .containsExactly(1L, 2L, 4L, 5L);
    }

    @Test
    void everyTryOfATransitionHasTheSameIdWhateverWentWrong() {
        Receiver receiver = Receiver.of("retries").answers(aResponse().withStatus(500),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withStatus(429).withHeader("Retry-After", "3600"));
        SERVICE.publish(Gaps.opened("g-retries", "retries"));
        Deliveries.afterAttempts(receiver, 1);
        SERVICE.move(Duration.ofSeconds(30));
        Deliveries.afterAttempts(receiver, 2);
        SERVICE.move(Duration.ofMinutes(7));
        JsonNode asked = Deliveries.afterAttempts(receiver, 3);
        assertThat(Duration.between(SERVICE.clock().instant(), Instant.parse(asked.get("dueAt").asString())))
                .isBetween(Duration.ofHours(1), Duration.ofMinutes(61));
        SERVICE.move(Duration.ofSeconds(3700));
        assertThat(Deliveries.afterAttempts(receiver, 4).get("state").asString()).isEqualTo("delivered");
        assertThat(receiver.received(4)).extracting(request -> request.getHeader("webhook-id")).hasSize(4)
                .containsOnly(asked.get("webhookId").asString());
        JsonNode attempts = Deliveries.detail(asked.get("id").asString()).get("attempts");
        assertThat(attempts.get(0).get("status").asInt()).isEqualTo(500);
        assertThat(attempts.get(1).has("error")).isTrue();
        assertThat(attempts.get(3).get("delivered").asBoolean()).isTrue();
    }

    @Test
    void laterTransitionsOfAGapWaitForTheEarlierOnes() {
        Receiver receiver = Receiver.of("order").answers(aResponse().withStatus(500));
        SERVICE.publish(Gaps.opened("g-order", "order"), Gaps.acknowledged("g-order", 2, "order"),
                Gaps.resolved("g-order", 3, "order", Origin.LIVE));
        receiver.received(1);
        SERVICE.publish(Gaps.opened("g-order-other", "order"));
        receiver.received(2);
        Deliveries.awaitAll(receiver, 1, "delivered");
        SERVICE.move(Duration.ofSeconds(30));
        Deliveries.awaitAll(receiver, 4, "delivered");
        assertThat(receiver.received(5).stream().map(Receiver::json).map(body -> body.get("data"))
                .filter(data -> data.get("gap").get("id").asString().equals("g-order"))
                .map(data -> data.get("sequence").asLong())).containsExactly(1L, 1L, 2L, 3L);
    }

    @Test
    void aDeadEndpointDoesNotDelayTheOthers() {
        Receiver dead = Receiver.of("dead").alwaysAnswers(aResponse().withFixedDelay(60_000).withStatus(200));
        Receiver alive = Receiver.of("alive");
        SERVICE.publish(IntStream.range(0, 60).mapToObj(i -> Gaps.opened("g-dead-" + i, "dead"))
                .toArray(GapEvent[]::new));
        dead.received(1);
        SERVICE.publish(Gaps.opened("g-alive", "alive"));
        await().atMost(Duration.ofSeconds(20)).until(() -> !alive.requests().isEmpty());
        assertThat(Deliveries.of(dead)).hasSize(60)
                .allSatisfy(delivery -> assertThat(delivery.get("state").asString()).isEqualTo("waiting"));
        dead.delete();
        Deliveries.awaitAll(dead, 60, "cancelled");
    }

    @Test
    void whatADeadWorkerHeldIsTakenOverWhenItsLeaseEnds() {
        Receiver receiver = Receiver.of("lease");
        Endpoint endpoint = Await.one(SERVICE.bean(EndpointStore.class).find(receiver.endpoint));
        Instant now = SERVICE.clock().instant();
        String id = MessageId.of(endpoint.id(), "g-lease.1");
        Delivery held = Delivery.fresh(id, endpoint, MessageType.GAP_OPENED, "g-lease", "lane-lease", 1, Severity.LOW,
                "{\"type\":\"gap.opened\"}", now, now).claimed("w-dead", now, Duration.ofSeconds(60));
        Await.none(SERVICE.bean(DeliveryStore.class).insertNew(List.of(held)));
        SERVICE.publish(Gaps.opened("g-lease-later", "lease"));
        assertThat(receiver.received(1)).extracting(request -> Receiver.json(request).has("data")).containsOnly(true);
        SERVICE.move(Duration.ofSeconds(61));
        assertThat(receiver.received(2).getLast().getHeader("webhook-id")).isEqualTo(id);
        Deliveries.awaitAll(receiver, 2, "delivered");
        assertThat(Deliveries.detail(id).get("attempts").get(0).get("error").asString())
                .contains("did not report back");
    }

    @Test
    void anEndpointThatIsGoneIsDisabledVisibly() {
        Receiver receiver = Receiver.of("gone").alwaysAnswers(aResponse().withStatus(410));
        SERVICE.publish(Gaps.opened("g-gone", "gone"));
        await().atMost(Duration.ofMinutes(2)).until(() -> !endpoint(receiver).get("enabled").asBoolean());
        assertThat(endpoint(receiver).get("disabledReason").asString()).isEqualTo("the receiver answered 410 Gone");
    }

    @Test
    void anEndpointThatFailsForFiveDaysIsDisabled() {
        Receiver receiver = Receiver.of("failing").alwaysAnswers(aResponse().withStatus(500));
        SERVICE.publish(Gaps.opened("g-failing", "failing"));
        Deliveries.afterAttempts(receiver, 1);
        await().atMost(Duration.ofMinutes(2)).until(() -> endpoint(receiver).has("failingSince"));
        SERVICE.move(Duration.ofDays(5));
        await().atMost(Duration.ofMinutes(2)).until(() -> !endpoint(receiver).get("enabled").asBoolean());
        Deliveries.awaitAll(receiver, 1, "cancelled");
    }

    @Test
    void aRestartLosesNothingAndRepeatsNothing() {
        Receiver receiver = Receiver.of("restart").answers(aResponse().withStatus(503));
        SERVICE.publish(Gaps.opened("g-restart", "restart"));
        String id = Deliveries.afterAttempts(receiver, 1).get("webhookId").asString();
        SERVICE.restart();
        SERVICE.publish(Gaps.opened("g-restart", "restart"));
        SERVICE.move(Duration.ofSeconds(30));
        assertThat(receiver.received(2)).extracting(request -> request.getHeader("webhook-id")).containsOnly(id);
        SERVICE.publish(Gaps.acknowledged("g-restart", 2, "restart"));
        assertThat(receiver.received(3)).hasSize(3);
    }

    private static JsonNode endpoint(Receiver receiver) {
        return Deliveries.get("/api/notifications/endpoints/" + receiver.endpoint);
    }

    private static <E extends GapEvent> E golden(String name, Class<E> type) throws IOException {
        return ContractJson.mapper().readValue(text(name), type);
    }

    private static String text(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                GapEvent.class.getResourceAsStream("/dev/demarc/contracts/examples/" + name + ".json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
