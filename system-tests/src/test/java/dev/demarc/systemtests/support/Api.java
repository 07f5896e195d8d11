package dev.demarc.systemtests.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The API through the gateway. Paths are those of {@code openapi.yaml}, with values for what stands in braces; each
 * answer is held to the schema that stands there.
 */
public final class Api {

    private static final Pattern BRACES = Pattern.compile("\\{[^}]*}");
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10)).build();

    private final URI base;
    private final @Nullable String key;

    Api(URI base, @Nullable String key) {
        this.base = base;
        this.key = key;
    }

    /** The same with another key. */
    public Api with(String otherKey) {
        return new Api(base, otherKey);
    }

    /** The same without a key. */
    public Api anybody() {
        return new Api(base, null);
    }

    /** Reads; the query may have braces too. */
    public Answer get(String template, Object... values) {
        return called("GET", template, Map.of(), BodyPublishers.noBody(), values);
    }

    /** All items of a list, page by page. */
    public List<JsonNode> all(String template, Object... values) {
        List<JsonNode> items = new ArrayList<>();
        String next = "";
        do {
            String more = (template.contains("?") ? "&" : "?") + "limit=500" + (next.isEmpty() ? "" : "&cursor={next}");
            List<Object> all = new ArrayList<>(List.of(values));
            if (!next.isEmpty()) {
                all.add(next);
            }
            JsonNode page = get(template + more, all.toArray()).expect(200).json();
            items.addAll(Json.list(page.path("items")));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return items;
    }

    /** Sends JSON, or without a body where it is null. */
    public Answer post(String template, @Nullable Object body, Object... values) {
        return called("POST", template, Map.of(), json(body), values);
    }

    /** Sends a file as it is. */
    public Answer post(String template, byte[] body) {
        return called("POST", template, Map.of(), BodyPublishers.ofByteArray(body));
    }

    /** Calls with {@code If-Match}, or without one where it is null. */
    public Answer edit(String method, String template, @Nullable String etag, @Nullable Object body, Object... values) {
        return called(method, template, etag == null ? Map.of() : Map.of("If-Match", etag), json(body), values);
    }

    private static BodyPublisher json(@Nullable Object body) {
        return body == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(body instanceof String text ? text : Json.text(body));
    }

    private Answer called(String method, String template, Map<String, String> headers, BodyPublisher body,
            Object... values) {
        try {
            return call(method, template, headers, body, values);
        } catch (IOException e) {
            throw new AssertionError(method + " " + template + " broke off: " + e, e);
        }
    }

    /** The same for those who expect that the connection breaks. */
    public Answer tryPost(String template, Object body) throws IOException {
        return call("POST", template, Map.of(), json(body));
    }

    private Answer call(String method, String template, Map<String, String> headers, BodyPublisher body,
            Object... values) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(filled(template, values)))
                .timeout(Duration.ofSeconds(60)).method(method, body).header("Content-Type", "application/json");
        headers.forEach(request::header);
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        HttpResponse<String> response;
        try {
            response = CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        String operation = method + " " + template.replaceFirst("\\?.*", "");
        if (!response.body().isEmpty()) {
            Contract.check(operation, response.statusCode(), response.body());
        }
        return new Answer(operation, response.statusCode(), response.headers(), response.body());
    }

    private static String filled(String template, Object... values) {
        Matcher braces = BRACES.matcher(template);
        StringBuilder path = new StringBuilder();
        for (Object value : values) {
            if (!braces.find()) {
                throw new IllegalArgumentException(template + " has fewer braces than values");
            }
            String encoded = URLEncoder.encode(value.toString(), UTF_8).replace("+", "%20");
            braces.appendReplacement(path, Matcher.quoteReplacement(encoded));
        }
        return braces.appendTail(path).toString();
    }
}
