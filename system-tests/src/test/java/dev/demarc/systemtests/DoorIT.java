package dev.demarc.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.demarc.contracts.OpenApi;
import dev.demarc.systemtests.support.Answer;
import dev.demarc.systemtests.support.Api;
import dev.demarc.systemtests.support.Json;
import dev.demarc.systemtests.support.Patience;
import dev.demarc.systemtests.support.Product;
import dev.demarc.systemtests.support.SharedProduct;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Who gets in, and how far. */
@ExtendWith(SharedProduct.class)
class DoorIT {

    private final Api api;

    DoorIT(Product product) {
        api = product.api();
    }

    @Test
    void withoutAKeyNothingButHealthAndTheLogInAnswers() {
        List<String> operations = Stream.of("assessment", "catalog", "notification", "gateway")
                .flatMap(tag -> OpenApi.operations(tag).stream()).toList();
        assertThat(operations).hasSizeGreaterThan(40);
        Map<String, Integer> open = Map.of("GET /api/health", 200, "GET /api/session", 204, "DELETE /api/session", 204,
                "POST /api/session", 400);
        for (String operation : operations) {
            String[] parts = operation.split(" ", 2);
            Object[] values = parts[1].chars().filter(character -> character == '{').mapToObj(brace -> "a1").toArray();
            Answer answer = api.anybody().edit(parts[0], parts[1], null, parts[0].equals("GET") ? null : "{}", values);
            assertThat(answer.status()).as(operation).isEqualTo(open.getOrDefault(operation, 401));
        }
    }

    @Test
    void aKeyOpensWhatItsRoleAllowsUntilItIsRevoked() {
        JsonNode made = api.post("/api/keys", Map.of("name", "A reader", "role", "viewer")).expect(201).json();
        Api viewer = api.with(Json.text(made, "secret"));

        viewer.get("/api/gaps").expect(200);
        assertThat(Json.text(viewer.get("/api/whoami").expect(200).json(), "name")).isEqualTo("A reader");
        viewer.post("/api/ingest/aws", "[]").expect(403);
        viewer.edit("PUT", "/api/teams/{id}", null, Map.of("name", "Mine"), "mine").expect(403);
        viewer.get("/api/keys").expect(403);
        viewer.get("/api/dead-letters/assessment").expect(403);

        String id = Json.text(made, "key", "id");
        assertThat(api.get("/api/keys").expect(200).body()).contains(id).doesNotContain(Json.text(made, "secret"));
        api.edit("DELETE", "/api/keys/{id}", null, null, id).expect(204);
        Patience.eventually().untilAsserted(() -> viewer.get("/api/gaps").expect(401));
    }

    @Test
    void anIngesterSendsAndReadsNothing() {
        JsonNode made = api.post("/api/keys", Map.of("name", "A forwarder", "role", "ingester")).expect(201).json();
        Api ingester = api.with(Json.text(made, "secret"));

        ingester.post("/api/ingest/aws", "[7]").expect(202);
        ingester.get("/api/gaps").expect(403);
        ingester.get("/api/resources").expect(403);
    }

    @Test
    void aBodyIsNotReadBeyondItsLimit() {
        Answer answer = api.post("/api/keys", "{\"name\": \"" + "x".repeat(1_100_000) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
    }
}
