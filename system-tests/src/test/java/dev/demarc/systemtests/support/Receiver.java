package dev.demarc.systemtests.support;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An owner's webhook: verifies each delivery by the Standard Webhooks library and remembers its id. */
public final class Receiver implements AutoCloseable {

    /** With these a product may deliver to it, and tries again soon. */
    public static final Map<String, String> SETTINGS = Map.of("DEMARC_WEBHOOK_ALLOWED_CIDRS", "127.0.0.1/32",
            "DEMARC_WEBHOOK_TIMEOUT", "2s", "DEMARC_NOTIFICATION_LEASE", "4s", "DEMARC_NOTIFICATION_RETRIES",
            "0s,1s,1s,2s,2s,5s,5s,5s");

    private final HttpServer server;
    private final AtomicReference<@Nullable Webhook> secret = new AtomicReference<>();
    private final Map<String, Set<String>> idsByTransition = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();

    /** Listens on a free loopback port. */
    public Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** Registers it as an endpoint for all teams' gaps. */
    public void register(Api api) {
        JsonNode made = api.post("/api/notifications/endpoints", Map.of("name", "System test", "url",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/")).expect(201).json();
        try {
            secret.set(new Webhook(Json.text(made, "secret")));
        } catch (EmptyWebhookSecretException e) {
            throw new AssertionError("the secret is empty", e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach(headers::put);
            Map<String, List<String>> lowerCase = new HashMap<>();
            for (String name : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
                lowerCase.put(name, headers.getOrDefault(name, List.of()));
            }
            Webhook webhook = secret.get();
            if (webhook == null) {
                throw new WebhookVerificationException("no secret yet");
            }
            webhook.verify(body, lowerCase);
            JsonNode data = Json.parse(body).path("data");
            if (data.has("gap")) {
                idsByTransition.computeIfAbsent(Json.text(data, "gap", "id") + "." + data.path("sequence").asLong(),
                        transition -> new ConcurrentSkipListSet<>())
                        .addAll(headers.getOrDefault("webhook-id", List.of()));
            }
            exchange.sendResponseHeaders(204, -1);
        } catch (WebhookVerificationException e) {
            refused.add(e.toString());
            exchange.sendResponseHeaders(400, -1);
        }
    }

    /** Waits for each of these transitions ({@code gap.sequence}); none may have come under two ids, or unsigned. */
    public void awaitEachOnce(Set<String> transitions) {
        Patience.eventually().untilAsserted(() -> {
            Set<String> missing = new TreeSet<>(transitions);
            missing.removeAll(idsByTransition.keySet());
            assertThat(missing).as("transitions that nobody was told").isEmpty();
        });
        assertThat(refused).isEmpty();
        assertThat(idsByTransition).allSatisfy((transition, ids) -> assertThat(ids).as(transition).hasSize(1));
        assertThat(idsByTransition.values().stream().flatMap(Set::stream)).doesNotHaveDuplicates();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
