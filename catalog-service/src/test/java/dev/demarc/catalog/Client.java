package dev.demarc.catalog;

import dev.demarc.contracts.ContractJson;
import dev.demarc.platform.security.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Asks a started service as the gateway would. */
final class Client {

    static final String YAML = "application/yaml";
    static final String JSON = "application/json";
    private static final String MODELS = "/api/catalog/service-models/";

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final Role role;

    Client(ConfigurableApplicationContext context, Role role) {
        this("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"), role);
    }

    private Client(String base, Role role) {
        this.base = base;
        this.role = role;
    }

    record Answer(int status, HttpResponse<String> response) {

        @Nullable
        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        @Nullable
        String etag() {
            return header("ETag");
        }

        JsonNode json() {
            return response.body().isBlank()
                    ? MissingNode.getInstance()
                    : ContractJson.mapper().readTree(response.body());
        }

        String text(String field) {
            return json().path(field).asString("");
        }
    }

    Client as(Role other) {
        return new Client(base, other);
    }

    Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    Answer draft(String key, String yaml, @Nullable String ifMatch) {
        return ifMatch == null
                ? send("PUT", MODELS + key + "/draft", yaml, "Content-Type", YAML)
                : send("PUT", MODELS + key + "/draft", yaml, "Content-Type", YAML, "If-Match", ifMatch);
    }

    Answer publish(String key, @Nullable String ifMatch) {
        return ifMatch == null
                ? send("POST", MODELS + key + "/publish", null)
                : send("POST", MODELS + key + "/publish", null, "If-Match", ifMatch);
    }

    Answer retire(String key) {
        return send("POST", MODELS + key + "/retire", null);
    }

    Answer model(String key, String below, String... headers) {
        return get(MODELS + key + below, headers);
    }

    Answer send(String method, String path, @Nullable String body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + TestService.token(role)));
        all.addAll(List.of(headers));
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path)).headers(all.toArray(String[]::new))
                .timeout(TestService.WAIT)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
