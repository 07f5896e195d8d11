package dev.demarc.standalone.demo;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.demarc.standalone.Failure;
import dev.demarc.standalone.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** What a team would have: an HTTP server that takes webhooks and checks each signature. On the loopback address only. */
final class Receiver implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int NO_CONTENT = 204;
    private static final int UNAUTHORIZED = 401;
    private static final int KEPT = 10_000;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Webhook> inboxes = new ConcurrentHashMap<>();
    private final List<Delivery> received = new ArrayList<>();
    private final Clock clock;

    /** Listens at once, on any free port. */
    Receiver(Clock clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), 0), 0);
        } catch (IOException e) {
            throw new Failure("The demo's webhook receiver can't listen on " + LOOPBACK + ": " + e.getMessage(), e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    /** Where an inbox's webhooks are to be sent. */
    URI address(String inbox) {
        return URI.create("http://" + LOOPBACK + ":" + server.getAddress().getPort() + "/" + inbox);
    }

    /** From now on the inbox's signatures are checked with this secret. */
    void secret(String inbox, String secret) {
        try {
            inboxes.put(inbox, new Webhook(secret));
        } catch (EmptyWebhookSecretException e) {
            throw new Failure("The endpoint's signing secret is empty.", e);
        }
    }

    /** In the order of arrival. */
    synchronized List<Delivery> received() {
        return List.copyOf(received);
    }

    /** The first one, received or still to come within that time, that is verified and meets the condition. */
    synchronized Optional<Delivery> await(Predicate<Delivery> condition, long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        while (true) {
            Optional<Delivery> found = received.stream().filter(Delivery::verified).filter(condition).findFirst();
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (found.isPresent() || left <= 0) {
                return found;
            }
            wait(left);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String inbox = exchange.getRequestURI().getPath().substring(1);
            HttpHeaders headers = HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true);
            String refusal = refusal(inbox, body, headers);
            keep(new Delivery(inbox, headers.firstValue("webhook-id").orElse(""), refusal, clock.instant(),
                    json(body)));
            exchange.sendResponseHeaders(refusal.isEmpty() ? NO_CONTENT : UNAUTHORIZED, -1);
        }
    }

    private String refusal(String inbox, String body, HttpHeaders headers) {
        Webhook webhook = inboxes.get(inbox);
        if (webhook == null) {
            return "there is no inbox " + inbox;
        }
        try {
            webhook.verify(body, headers);
            return "";
        } catch (WebhookVerificationException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static JsonNode json(String body) {
        try {
            return Json.mapper().readTree(body);
        } catch (JacksonException e) {
            return StringNode.valueOf(body);
        }
    }

    private synchronized void keep(Delivery delivery) {
        if (received.size() < KEPT) {
            received.add(delivery);
        }
        notifyAll();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
