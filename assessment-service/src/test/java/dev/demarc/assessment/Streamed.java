package dev.demarc.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.ContractJson;
import dev.demarc.platform.security.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A live stream as a client reads it, line by line off the socket. */
public final class Streamed implements AutoCloseable {

    private static final long SECONDS = 60;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpResponse<InputStream> response;
    private final BlockingQueue<Sent> events = new LinkedBlockingQueue<>();

    /** An event: its fields as they stand in its lines, empty where there is none; {@code end} for the stream's end. */
    public record Sent(String id, String event, String data) {

        /** The data. */
        public JsonNode json() {
            return ContractJson.mapper().readTree(data);
        }
    }

    private Streamed(String url, String authorization, @Nullable String after)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/api/stream/gaps"))
                .header("Authorization", authorization).header("Accept", "text/event-stream");
        if (after != null) {
            request.header("Last-Event-ID", after);
        }
        response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        Thread.ofVirtual().start(this::read);
    }

    /** Follows what is at this address. */
    public static Streamed at(String url, Running service, @Nullable String after) {
        try {
            return new Streamed(url, service.authorization(Role.VIEWER), after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String id = "";
            String event = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty()) {
                    events.add(new Sent(id, event, data));
                    id = "";
                    event = "";
                    data = "";
                } else if (line.startsWith("id:")) {
                    id = line.substring(3);
                } else if (line.startsWith("event:")) {
                    event = line.substring(6);
                } else if (line.startsWith("data:")) {
                    data = line.substring(5);
                }
            }
        } catch (IOException e) {
            // ends as any other way
        }
        events.add(new Sent("", "end", ""));
    }

    /** The answer's head. */
    public HttpResponse<InputStream> head() {
        return response;
    }

    /** The next event; fails where none comes. */
    public Sent next() {
        try {
            return Objects.requireNonNull(events.poll(SECONDS, TimeUnit.SECONDS), "nothing came");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The next event that is so; others before it are passed over. */
    public Sent next(Predicate<Sent> wanted) {
        Sent sent = next();
        while (!wanted.test(sent)) {
            assertThat(sent.event()).isNotEqualTo("end");
            sent = next();
        }
        return sent;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
