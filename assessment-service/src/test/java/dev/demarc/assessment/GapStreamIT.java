package dev.demarc.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import dev.demarc.assessment.Streamed.Sent;
import dev.demarc.contracts.OpenApi;
import dev.demarc.contracts.event.GapChanged;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.contracts.gap.GapStatus;
import dev.demarc.contracts.gap.Origin;
import dev.demarc.contracts.gap.Transition;
import dev.demarc.platform.events.EventPublisher;
import dev.demarc.platform.events.OutgoingEvent;
import dev.demarc.platform.security.Role;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

class GapStreamIT {

    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PATH = "/api/stream/gaps";

    private final Running service = Running.service();
    private final Api api = new Api(service);

    private void bucket(String account, String name, String versioning, int state) {
        api.ingest(Items.bucket(account, name, versioning, NOON.plusSeconds(60L * state), state));
    }

    private static boolean isOf(Sent sent, String bucket) {
        return sent.event().equals("gap")
                && sent.json().path("gap").path("subject").path("nativeId").asString().endsWith(":" + bucket)
                && sent.json().path("gap").path("check").asString().equals("s3-versioning");
    }

    private static void holds(Sent sent) {
        String schema = switch (sent.event()) {
            case "ready" -> "StreamReady";
            case "gap" -> "StreamedGap";
            case "missed" -> "StreamMissed";
            default -> "StreamHeartbeat";
        };
        assertThat(Api.SCHEMAS.getSchema(SchemaLocation.of(OpenApi.ID + "#/components/schemas/" + schema))
                .validate(sent.json())).extracting(Error::toString).as(sent.toString()).isEmpty();
    }

    /** Ready, and past what it may have missed while the instance had not read its topic's end. */
    private static String ready(Streamed stream) {
        Sent ready = stream.next();
        assertThat(ready.event()).isEqualTo("ready");
        holds(ready);
        return ready.id().isEmpty() ? stream.next(sent -> sent.event().equals("missed")).id() : ready.id();
    }

    @Test
    void each_transition_comes_when_the_lists_have_it_as_the_contract_says() {
        try (Streamed stream = Streamed.at(service.url(), service, null)) {
            assertThat(stream.head().headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/event-stream");
            assertThat(stream.head().headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(stream.head().headers().firstValue("X-Accel-Buffering")).contains("no");
            ready(stream);
            bucket("210000000001", "live", "Off", 1);

            Sent opened = stream.next(sent -> isOf(sent, "live"));

            JsonNode listed = api.get("/api/gaps?account=210000000001&check=s3-versioning").body().path("items");
            assertThat(listed).singleElement().isEqualTo(opened.json().path("gap"));
            assertThat(opened.json().path("event").asString()).isEqualTo("opened");
            holds(opened);
            bucket("210000000001", "live", "Enabled", 2);
            Sent resolved = stream.next(sent -> isOf(sent, "live"));
            assertThat(resolved.json().path("event").asString()).isEqualTo("resolved");
            assertThat(resolved.json().path("gap").path("cause").asString()).isEqualTo("fixed");
            assertThat(resolved.id()).isNotEqualTo(opened.id());
            holds(resolved);
        }
    }

    @Test
    void who_comes_back_with_the_last_id_misses_nothing_even_at_an_instance_that_was_not_there() {
        String last;
        ConfigurableApplicationContext first = service.start(Map.of("demarc.assessment.stream.heartbeat", "200ms"));
        try (Streamed stream = Streamed.at(Running.url(first), service, null)) {
            ready(stream);
            bucket("210000000002", "before", "Off", 1);
            last = stream.next(sent -> isOf(sent, "before")).id();
            Sent heartbeat = stream.next(sent -> sent.event().equals("heartbeat"));
            holds(heartbeat);
            assertThat(heartbeat.id()).isNotEmpty();
            first.close();
            assertThat(stream.next(sent -> true).event()).isIn("end", "gap", "heartbeat");
        } finally {
            first.close();
        }
        bucket("210000000002", "meanwhile", "Off", 1);
        await().atMost(SOON).until(
                () -> api.get("/api/gaps?account=210000000002&check=s3-versioning").body().path("items").size() == 2);

        ConfigurableApplicationContext second = service.start(Map.of());
        try (Streamed there = Streamed.at(Running.url(second), service, last);
                Streamed elsewhere = Streamed.at(service.url(), service, last)) {
            for (Streamed stream : List.of(there, elsewhere)) {
                Sent ready = stream.next();
                assertThat(ready.json().path("resumed").asBoolean()).isTrue();
                assertThat(ready.id()).isEqualTo(last);
                Sent gap = stream.next(sent -> {
                    assertThat(isOf(sent, "before")).as("it had that").isFalse();
                    assertThat(sent.event()).isNotEqualTo("missed");
                    return isOf(sent, "meanwhile");
                });
                holds(gap);
            }
        } finally {
            second.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.0", "0.1-0.2", "0.1,1.2"})
    void an_id_that_is_none_is_refused(String id) {
        JsonNode problem = Objects
                .requireNonNull(service.as(Role.VIEWER).get().uri(PATH).header("Last-Event-ID", id).exchange()
                        .expectStatus().isBadRequest().expectBody(JsonNode.class).returnResult().getResponseBody());
        assertThat(problem.path("field").asString()).isEqualTo("Last-Event-ID");
        assertThat(problem.path("expected").asString()).isNotEmpty();
    }

    @Test
    void an_id_of_a_topic_with_other_partitions_is_told_as_missed() {
        ready(Streamed.at(service.url(), service, null));
        try (Streamed stream = Streamed.at(service.url(), service, "0.7")) {
            Sent ready = stream.next();
            assertThat(ready.json().path("resumed").asBoolean()).isFalse();
            Sent missed = stream.next();
            assertThat(missed.json().path("reason").asString()).isEqualTo("expired");
            holds(missed);
            bucket("210000000003", "other", "Off", 1);
            assertThat(stream.next(sent -> isOf(sent, "other")).id()).isNotEmpty();
        }
    }

    @Test
    void a_reader_that_takes_nothing_is_told_what_it_missed_and_holds_up_neither_others_nor_the_end()
            throws IOException {
        ConfigurableApplicationContext instance = service.start(Map.of("demarc.assessment.stream.buffer", "20",
                "demarc.assessment.stream.clients", "3"));
        try (Socket slow = stalled(instance);
                Socket stuck = stalled(instance);
                Streamed quick = Streamed.at(Running.url(instance), service, null)) {
            ready(quick);
            service.as(Role.VIEWER).mutate().baseUrl(Running.url(instance)).build().get().uri(PATH).exchange()
                    .expectStatus().isEqualTo(503).expectHeader().exists("Retry-After").expectHeader()
                    .contentType("application/problem+json");
            bucket("210000000004", "flood", "Off", 1);
            Sent opened = quick.next(sent -> isOf(sent, "flood"));
            flood("arn:aws:s3:::flood", 400);
            quick.next(sent -> (isOf(sent, "flood") && sent.json().path("gap").path("sequence").asInt() == 401)
                    || sent.event().equals("missed"));

            String told = drained(slow.getInputStream());
            assertThat(told).contains("event:missed\ndata:{\"reason\":\"slow\"}");
            assertThat(told.split("event:missed", -1).length - 1).isLessThan(20);
            assertThat(opened.id()).isNotEmpty();

            long start = System.nanoTime();
            instance.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
            assertThat(stuck.isClosed()).isFalse();
        } finally {
            instance.close();
        }
    }

    private Socket stalled(ConfigurableApplicationContext instance) throws IOException {
        URI url = URI.create(Running.url(instance));
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout(60_000);
        socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
        socket.getOutputStream().write(("GET " + PATH + " HTTP/1.1\r\nHost: demarc\r\nAuthorization: "
                + service.authorization(Role.VIEWER) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Reads until the reader is told that it missed something. */
    private static String drained(InputStream stream) throws IOException {
        StringBuilder all = new StringBuilder();
        byte[] buffer = new byte[65_536];
        while (!all.substring(Math.max(0, all.length() - 140_000)).contains("{\"reason\":\"slow\"}")) {
            int read = stream.read(buffer);
            assertThat(read).isPositive();
            all.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }

    /** More transitions of a gap, each of some size; after the last it is as before, for those who share the service. */
    private void flood(String nativeId, int count) {
        GapEvent before;
        try (GapTopic topic = new GapTopic(service.brokers())) {
            await().atMost(SOON).until(() -> topic.of(nativeId).stream().anyMatch(GapStreamIT::isVersioning));
            before = topic.of(nativeId).stream().filter(GapStreamIT::isVersioning).toList().getLast();
        }
        GapStatus now = before.after();
        GapStatus large = new GapStatus(now.state(), now.reason(), now.severity(), now.ownerTeam(), now.workload(),
                now.environment(), now.openedAt(), now.dueAt(), null, null, "x".repeat(20_000), now.stale(),
                now.observed());
        List<OutgoingEvent> events = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            GapEvent event = new GapChanged(before.gap(), before.sequence() + i, Transition.VALUES, Origin.LIVE,
                    now.openedAt(), null, before.after(), i < count ? large : now);
            events.add(new OutgoingEvent(event.gap().id() + "/" + event.sequence(), now.openedAt(), event));
        }
        service.bean(EventPublisher.class).publish(events);
    }

    private static boolean isVersioning(GapEvent event) {
        return "s3-versioning".equals(event.gap().check());
    }
}
