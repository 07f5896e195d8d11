package dev.demarc.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.demarc.contracts.OpenApi;
import dev.demarc.gateway.keys.AdminKey;
import dev.demarc.gateway.keys.ApiKeys;
import dev.demarc.gateway.keys.mongo.MongoKeyStore;
import dev.demarc.platform.mongo.Await;
import dev.demarc.platform.security.KeyFileException;
import dev.demarc.platform.security.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

class KeysIT {

    private static final Door DOOR = Door.OPEN;

    @Test
    void theGatewayServesWhatTheContractTagsWithItsName() {
        TreeSet<String> served = new TreeSet<>();
        DOOR.context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods()
                .keySet().forEach(mapping -> mapping.getPatternsCondition().getPatterns()
                        .forEach(path -> mapping.getMethodsCondition().getMethods()
                                .forEach(method -> served.add(method + " " + path.getPatternString()))));

        assertThat(served).isEqualTo(OpenApi.operations("gateway"));
    }

    @Test
    void theFirstStartWritesAnAdminKeyThatOpensTheDoor() throws IOException {
        String key = Files.readString(DOOR.adminKeyFile).strip();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(DOOR.adminKeyFile)))
                .isEqualTo("rw-------");
        JsonNode caller = Shapes.body(DOOR.caller(key).get().uri("/api/whoami").exchange(), "GET /api/whoami", 200);
        assertThat(caller.path("roles").path(0).asString()).isEqualTo("admin");
        assertThat(caller.path("name").asString()).isEqualTo("First admin");
    }

    @Test
    void laterStartsChangeNothing(@TempDir Path dir) {
        AdminKey adminKey = DOOR.context.getBean(AdminKey.class);

        assertThat(adminKey.ensure(DOOR.adminKeyFile)).isEmpty();
        assertThat(adminKey.ensure(dir.resolve("other.key"))).isEmpty();
        assertThat(dir.resolve("other.key")).doesNotExist();
    }

    @Test
    void anAdminKeyThatSomebodyPutThereIsTakenIn(@TempDir Path dir) throws IOException {
        AdminKey adminKey = DOOR.context.getBean(AdminKey.class);
        String text = DOOR.context.getBean(ApiKeys.class).newText().text();
        Files.writeString(dir.resolve("given.key"), text + "\n");

        assertThat(adminKey.ensure(dir.resolve("given.key"))).isEmpty();

        DOOR.caller(text).get().uri("/api/keys").exchange().expectStatus().isOk();
        Files.writeString(dir.resolve("bad.key"), text.substring(1));
        assertThatThrownBy(() -> adminKey.ensure(dir.resolve("bad.key"))).isInstanceOf(KeyFileException.class)
                .hasMessageContaining("bad.key").hasMessageNotContaining(text.substring(20));
    }

    @Test
    void aNewKeyIsShownOnceAndOnlyItsHashIsKept() {
        WebTestClient admin = DOOR.caller(Role.ADMIN);
        JsonNode made = Shapes.body(post(admin, Map.of("name", "Config forwarder", "role", "ingester", "teams",
                List.of("payments"), "expiresAt", Instant.now().plus(Duration.ofDays(1)).toString())), "POST /api/keys",
                201);
        String secret = made.path("secret").asString();
        String id = made.path("key").path("id").asString();

        assertThat(secret).startsWith(made.path("key").path("prefix").asString() + "_");
        JsonNode caller = Shapes.body(DOOR.caller(secret).get().uri("/api/whoami").exchange(), "GET /api/whoami", 200);
        assertThat(caller.path("id").asString()).isEqualTo(id);
        assertThat(caller.path("teams").path(0).asString()).isEqualTo("payments");
        Document kept = Await
                .one(DOOR.database().getCollection(MongoKeyStore.COLLECTION).find(new Document("_id", id)));
        assertThat(kept.toJson()).doesNotContain(secret.substring(secret.length() - 46));
        String listed = admin.get().uri("/api/keys?limit=500").exchange().expectBody(String.class).returnResult()
                .getResponseBody();
        assertThat(listed).contains(id).doesNotContain(secret).doesNotContain(kept.getString("hash"));
    }

    @Test
    void theListComesInPagesWithTheNewestFirst() {
        WebTestClient admin = DOOR.caller(Role.ADMIN);
        for (int i = 0; i < 3; i++) {
            DOOR.key(Role.VIEWER);
        }
        List<String> ids = new ArrayList<>();
        List<Instant> times = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = Shapes.body(admin.get().uri("/api/keys?limit=2&cursor={cursor}", cursor).exchange(),
                    "GET /api/keys", 200);
            page.path("items").forEach(key -> {
                ids.add(key.path("id").asString());
                times.add(Instant.parse(key.path("createdAt").asString()));
            });
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());

        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(3);
        assertThat(times).isSortedAccordingTo((a, b) -> b.compareTo(a));
        Shapes.body(admin.get().uri("/api/keys?cursor=xyz").exchange(), "GET /api/keys", 400);
        Shapes.body(admin.get().uri("/api/keys?limit=0").exchange(), "GET /api/keys", 400);
    }

    @Test
    void aRevokedKeyIsRefusedAtOnceHere() {
        ApiKeys.Issued issued = DOOR.key(Role.VIEWER);
        WebTestClient viewer = DOOR.caller(issued.text().text());
        WebTestClient admin = DOOR.caller(Role.ADMIN);
        viewer.get().uri("/api/whoami").exchange().expectStatus().isOk();

        admin.delete().uri("/api/keys/{id}", issued.key().id()).exchange().expectStatus().isNoContent();

        viewer.get().uri("/api/whoami").exchange().expectStatus().isUnauthorized();
        admin.delete().uri("/api/keys/{id}", issued.key().id()).exchange().expectStatus().isNoContent();
        Shapes.body(admin.delete().uri("/api/keys/k-unknown").exchange(), "DELETE /api/keys/{id}", 404);
    }

    @Test
    void aKeyRevokedAtAnotherGatewayIsRefusedWithinSeconds() {
        ApiKeys.Issued issued = DOOR.key(Role.VIEWER);
        WebTestClient viewer = DOOR.caller(issued.text().text());
        viewer.get().uri("/api/whoami").exchange().expectStatus().isOk();

        Await.one(new MongoKeyStore(DOOR.database()).revoke(issued.key().id(), "other", Instant.now()));

        await().atMost(Duration.ofSeconds(10)).until(
                () -> viewer.get().uri("/api/whoami").exchange().expectBody(String.class).returnResult().getStatus()
                        .value() == 401);
    }

    @Test
    void anExpiredKeyIsRefused() {
        ApiKeys keys = DOOR.context.getBean(ApiKeys.class);
        ApiKeys.Issued issued = Await.one(keys.create("short", Role.VIEWER, java.util.Set.of(),
                Instant.now().minusSeconds(1), "test"));

        DOOR.caller(issued.text().text()).get().uri("/api/whoami").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void theLastUseIsNoted() {
        ApiKeys.Issued issued = DOOR.key(Role.VIEWER);
        DOOR.caller(issued.text().text()).get().uri("/api/whoami").exchange().expectStatus().isOk();

        await().untilAsserted(() -> assertThat(Await.one(new MongoKeyStore(DOOR.database()).find(issued.key().id()))
                .lastUsedAt()).isNotNull());
    }

    @Test
    void badInputNamesItsField() {
        WebTestClient admin = DOOR.caller(Role.ADMIN);

        assertThat(refused(admin, Map.of("role", "viewer"))).isEqualTo("name");
        assertThat(refused(admin, Map.of("name", "x"))).isEqualTo("role");
        assertThat(refused(admin, Map.of("name", "x", "role", "root"))).isEqualTo("role");
        assertThat(refused(admin, Map.of("name", "x", "role", "viewer", "teams", List.of("a b"))))
                .isEqualTo("teams[0]");
        assertThat(refused(admin, Map.of("name", "x", "role", "viewer", "expiresAt", "2020-01-01T00:00:00Z")))
                .isEqualTo("expiresAt");
        assertThat(refused(admin, Map.of("name", "x", "role", "viewer", "admin", true))).isEqualTo("admin");
    }

    @Test
    void onlyAnAdminSeesAndMakesKeys() {
        for (Role role : List.of(Role.VIEWER, Role.EDITOR, Role.INGESTER)) {
            WebTestClient caller = DOOR.caller(role);
            Shapes.body(caller.get().uri("/api/keys").exchange(), "GET /api/keys", 403);
            Shapes.body(post(caller, Map.of("name", "x", "role", "admin")), "POST /api/keys", 403);
            caller.get().uri("/api/whoami").exchange().expectStatus().isOk();
        }
    }

    private static String refused(WebTestClient client, Map<String, Object> input) {
        return Shapes.body(post(client, input), "POST /api/keys", 400).path("field").asString("");
    }

    private static WebTestClient.ResponseSpec post(WebTestClient client, Map<String, Object> body) {
        return client.post().uri("/api/keys").contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
    }
}
