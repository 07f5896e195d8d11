package dev.demarc.standalone.client;

import dev.demarc.standalone.Failure;
import dev.demarc.standalone.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Demarc's API over HTTP; waits where it is asked to (429), and tells every other refusal as an {@link ApiFailure}. */
public final class Api implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(90);
    private static final int TRIES = 20;
    private static final int LONGEST_WAIT_SECONDS = 30;
    private static final int LONGEST_PROBLEM = 100_000;
    private static final String PAGE = "500";

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT).build();
    private final URI url;
    private final String key;

    /** The gateway's address, and the key to show it. */
    public Api(URI url, String key) {
        this.url = url;
        this.key = key;
    }

    /**
     * What came back.
     *
     * @param etag null where there is none
     * @param body missing where it is empty
     */
    public record Answer(int status, @Nullable String etag, JsonNode body) {}

    /** Reads. */
    public JsonNode get(String path) {
        return send("GET", path, BodyPublishers.noBody(), null).body();
    }

    /** Reads, with the ETag. */
    public Answer read(String path) {
        return send("GET", path, BodyPublishers.noBody(), null);
    }

    /** Reads whatever it is, as it comes, and hands the stream over once it is known to be what was asked for. */
    public void download(String path, Sink sink) {
        HttpRequest request = request("GET", path, BodyPublishers.noBody()).header("Accept", "*/*").build();
        guarded(() -> {
            try (InputStream body = sent(request, BodyHandlers.ofInputStream(), Api::text).body()) {
                sink.take(body);
            }
            return MissingNode.getInstance();
        });
    }

    /** Takes what is downloaded. */
    @FunctionalInterface
    public interface Sink {

        /** Reads the stream to its end; it is closed afterwards. */
        void take(InputStream body) throws IOException;
    }

    /** Hands over each item of all pages in order. */
    public void each(String path, Query query, Consumer<JsonNode> item) {
        String cursor = "";
        do {
            JsonNode page = get(path + query.with("limit", PAGE).with("cursor", cursor).text());
            page.path("items").forEach(item);
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
    }

    /** Sends JSON. */
    public Answer post(String path, JsonNode body) {
        return send("POST", path, BodyPublishers.ofString(body.toString()), null);
    }

    /** Sends bytes as JSON, whatever they are. */
    public Answer post(String path, byte[] body) {
        return send("POST", path, BodyPublishers.ofByteArray(body), null);
    }

    /** Creates without an ETag, replaces with one. */
    public Answer put(String path, JsonNode body, @Nullable String etag) {
        return send("PUT", path, BodyPublishers.ofString(body.toString()), etag);
    }

    /** The same with a body of any type. */
    public Answer put(String path, byte[] body, String contentType, @Nullable String etag) {
        return send(request("PUT", path, BodyPublishers.ofByteArray(body)).header("Content-Type", contentType), etag);
    }

    /** Asks for something to be done with what was read at this ETag; null where it has none. */
    public Answer command(String path, @Nullable String etag) {
        return send("POST", path, BodyPublishers.noBody(), etag);
    }

    /** Reads a text that is not JSON. */
    public String text(String path, String mediaType) {
        HttpRequest request = request("GET", path, BodyPublishers.noBody()).header("Accept", mediaType).build();
        return guarded(() -> sent(request, BodyHandlers.ofString(), text -> text).body());
    }

    /** Creates what is not there yet, replaces what is. */
    public Answer putLatest(String path, JsonNode body) {
        String etag = null;
        try {
            etag = read(path).etag();
        } catch (ApiFailure e) {
            if (e.status() != 404) {
                throw e;
            }
        }
        return put(path, body, etag);
    }

    /** Deletes. */
    public void delete(String path) {
        delete(path, null);
    }

    /** Deletes what was read at this ETag. */
    public void delete(String path, @Nullable String etag) {
        send("DELETE", path, BodyPublishers.noBody(), etag);
    }

    private Answer send(String method, String path, BodyPublisher body, @Nullable String etag) {
        HttpRequest.Builder request = request(method, path, body);
        if (body.contentLength() != 0) {
            request.header("Content-Type", "application/json");
        }
        return send(request, etag);
    }

    private Answer send(HttpRequest.Builder request, @Nullable String etag) {
        request.header("Accept", "application/json");
        if (etag != null) {
            request.header("If-Match", etag);
        }
        return guarded(() -> {
            HttpResponse<String> response = sent(request.build(), BodyHandlers.ofString(), text -> text);
            return new Answer(response.statusCode(), response.headers().firstValue("ETag").orElse(null),
                    json(response.body()));
        });
    }

    private HttpRequest.Builder request(String method, String path, BodyPublisher body) {
        return HttpRequest.newBuilder(url.resolve(path)).timeout(ANSWER).header("Authorization", "Bearer " + key)
                .method(method, body);
    }

    /** Talks to Demarc. */
    @FunctionalInterface
    private interface Talk<T> {
        T talk() throws IOException, InterruptedException;
    }

    private <T> T guarded(Talk<T> talk) {
        try {
            return talk.talk();
        } catch (HttpTimeoutException e) {
            throw new Failure("Demarc did not answer in time at " + url + ".", e);
        } catch (ConnectException e) {
            throw new Failure("Nothing answers at " + url + ". Start Demarc with 'demarc up', or say where it is with "
                    + "--url or DEMARC_URL.", e);
        } catch (IOException e) {
            throw new Failure("The connection to " + url + " broke: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted", e);
        }
    }

    private <T> HttpResponse<T> sent(HttpRequest request, BodyHandler<T> handler, Text<T> text)
            throws IOException, InterruptedException {
        for (int tried = 1;; tried++) {
            HttpResponse<T> response = client.send(request, handler);
            int status = response.statusCode();
            if (status < 300) {
                return response;
            }
            String body = text.of(response.body());
            if (status != 429 || tried == TRIES) {
                throw ApiFailure.of(status, body);
            }
            long wait = response.headers().firstValueAsLong("Retry-After").orElse(1);
            Thread.sleep(Duration.ofSeconds(Math.clamp(wait, 1, LONGEST_WAIT_SECONDS)));
        }
    }

    /** A body as text. */
    @FunctionalInterface
    private interface Text<T> {
        String of(T body) throws IOException;
    }

    private static String text(InputStream body) throws IOException {
        try (body) {
            return new String(body.readNBytes(LONGEST_PROBLEM), StandardCharsets.UTF_8);
        }
    }

    private JsonNode json(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : Json.mapper().readTree(body);
        } catch (JacksonException e) {
            throw new Failure("What answers at " + url + " is not Demarc: it does not speak JSON.", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
