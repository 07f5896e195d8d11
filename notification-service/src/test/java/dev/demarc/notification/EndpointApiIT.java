package dev.demarc.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.demarc.platform.security.Role;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EndpointApiIT {

    private static final Service SERVICE = Service.shared();
    private static final String PATH = "/api/notifications/endpoints";

    @Test
    void nobodyGetsInWithoutTheGatewaysToken() {
        SERVICE.anybody().get().uri(PATH).exchange().expectStatus().isUnauthorized();
        SERVICE.as(Role.INGESTER).get().uri(PATH).exchange().expectStatus().isForbidden();
        create(SERVICE.as(Role.VIEWER), "api-view", Map.of()).expectStatus().isForbidden();
    }

    @Test
    void aTeamsEditorSeesAndEditsThatTeamsEndpointsOnly() {
        Receiver own = Receiver.of("api-own");
        Receiver other = Receiver.of("api-other");
        WebTestClient editor = SERVICE.as(Role.EDITOR, "api-own");
        assertThat(items(editor, PATH)).singleElement()
                .satisfies(item -> assertThat(item.get("id").asString()).isEqualTo(own.endpoint));
        editor.get().uri(PATH + "/" + other.endpoint).exchange().expectStatus().isNotFound();
        editor.post().uri(PATH + "/" + other.endpoint + "/test").exchange().expectStatus().isNotFound();
        create(editor, "api-other", Map.of()).expectStatus().isForbidden();
        create(editor, null, Map.of()).expectStatus().isForbidden();
        create(editor, "api-own", Map.of()).expectStatus().isCreated();
        SERVICE.publish(Gaps.opened("g-api-other", "api-other"));
        other.received(1);
        assertThat(items(editor, "/api/notifications/deliveries")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"http://169.254.169.254/latest", "https://10.0.0.1/", "https://[::1]/", "https://[fd00:ec2::254]/",
            "https://user:word@hooks.example.com/", "ftp://hooks.example.com/", "nonsense"})
    void anAddressThatMayNotBeReachedIsRefusedAtOnce(String url) {
        JsonNode problem = json(create(SERVICE.admin(), "api-ssrf", Map.of("url", url)).expectStatus().isBadRequest());
        assertThat(problem.get("field").asString()).isEqualTo("url");
        assertThat(problem.has("expected")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"name,''", "team,No Team", "channel,pigeon", "minimumSeverity,awful", "colour,red"})
    void whatIsWrongIsNamed(String field, String value) {
        JsonNode problem = json(create(SERVICE.admin(), "api-bad", Map.of(field, value)).expectStatus().isBadRequest());
        assertThat(problem.get("detail").asString()).contains(field);
    }

    @Test
    void editingNeedsTheRevisionThatWasRead() {
        Receiver receiver = Receiver.of("api-edit");
        String path = PATH + "/" + receiver.endpoint;
        Map<String, Object> edit = Map.of("team", "api-edit", "name", "Renamed", "url", Receiver.url("/renamed"),
                "minimumSeverity", "high", "filter", Map.of("transitions", List.of("opened")), "enabled", false);
        SERVICE.admin().put().uri(path).bodyValue(edit).exchange().expectStatus().isEqualTo(428);
        SERVICE.admin().put().uri(path).header("If-Match", "\"9\"").bodyValue(edit).exchange().expectStatus()
                .isEqualTo(412);
        JsonNode edited = json(SERVICE.admin().put().uri(path).header("If-Match", "\"1\"").bodyValue(edit).exchange()
                .expectStatus().isOk().expectHeader().valueEquals("ETag", "\"2\""));
        assertThat(edited.get("name").asString()).isEqualTo("Renamed");
        assertThat(edited.get("filter").get("transitions").get(0).asString()).isEqualTo("opened");
        assertThat(edited.get("disabledReason").asString()).isEqualTo("disabled by k-test");
        assertThat(edited.has("secret")).isFalse();
        SERVICE.admin().delete().uri(path).header("If-Match", "\"2\"").exchange().expectStatus().isNoContent();
        SERVICE.admin().get().uri(path).exchange().expectStatus().isNotFound();
    }

    @Test
    void aTestIsSentSignedAndAnsweredWithWhatCameBack() {
        Receiver receiver = Receiver.of("api-test").answers(aResponse().withStatus(418).withBody("a teapot"));
        JsonNode first = json(SERVICE.admin().post().uri(PATH + "/" + receiver.endpoint + "/test").exchange()
                .expectStatus().isOk());
        assertThat(first.get("delivered").asBoolean()).isFalse();
        assertThat(first.get("status").asInt()).isEqualTo(418);
        assertThat(first.get("response").asString()).isEqualTo("a teapot");
        JsonNode second = json(SERVICE.admin().post().uri(PATH + "/" + receiver.endpoint + "/test").exchange());
        assertThat(second.get("delivered").asBoolean()).isTrue();
        assertThat(receiver.requests()).hasSize(2)
                .allSatisfy(request -> assertThat(Receiver.isSigned(request, receiver.secret)).isTrue());
        assertThat(Receiver.json(receiver.requests().getFirst()).get("type").asString()).isEqualTo("endpoint.test");
    }

    @Test
    void afterARotationBothSecretsSignForADay() {
        Receiver receiver = Receiver.of("api-rotate");
        JsonNode rotated = json(SERVICE.admin().post().uri(PATH + "/" + receiver.endpoint + "/rotate-secret")
                .header("If-Match", receiver.etag()).exchange().expectStatus().isOk());
        String fresh = rotated.get("secret").asString();
        assertThat(rotated.get("previousSecretUntil").asString())
                .isEqualTo(SERVICE.clock().instant().plus(Duration.ofHours(24)).toString());
        SERVICE.publish(Gaps.opened("g-rotate", "api-rotate"));
        LoggedRequest both = receiver.received(1).getFirst();
        assertThat(both.getHeader("webhook-signature").split(" ")).hasSize(2);
        assertThat(Receiver.isSigned(both, fresh)).isTrue();
        assertThat(Receiver.isSigned(both, receiver.secret)).isTrue();
        SERVICE.move(Duration.ofHours(24));
        SERVICE.publish(Gaps.acknowledged("g-rotate", 2, "api-rotate"));
        LoggedRequest one = receiver.received(2).getLast();
        assertThat(Receiver.isSigned(one, fresh)).isTrue();
        assertThat(Receiver.isSigned(one, receiver.secret)).isFalse();
    }

    @Test
    void aReplayHasTheSameIdAndBody() {
        Receiver receiver = Receiver.of("api-replay");
        SERVICE.publish(Gaps.opened("g-replay", "api-replay"));
        Deliveries.awaitAll(receiver, 1, "delivered");
        String id = Deliveries.of(receiver).getFirst().get("id").asString();
        SERVICE.admin().post().uri("/api/notifications/deliveries/" + id + "/replay").exchange().expectStatus()
                .isAccepted();
        List<LoggedRequest> both = receiver.received(2);
        assertThat(both).extracting(LoggedRequest::getBodyAsString).containsOnly(both.getFirst().getBodyAsString());
        assertThat(both).extracting(request -> request.getHeader("webhook-id")).containsOnly(id);
        SERVICE.admin().post().uri("/api/notifications/deliveries/msg_none/replay").exchange().expectStatus()
                .isNotFound();
    }

    @Test
    void listsAreFilteredAndPaged() {
        Receiver receiver = Receiver.of("api-list");
        SERVICE.publish(Gaps.opened("g-list-1", "api-list"), Gaps.opened("g-list-2", "api-list"),
                Gaps.opened("g-list-3", "api-list"));
        Deliveries.awaitAll(receiver, 3, "delivered");
        String path = "/api/notifications/deliveries?team=api-list&state=delivered,failed&limit=2";
        JsonNode page = Deliveries.get(path);
        assertThat(page.get("items")).hasSize(2);
        JsonNode rest = Deliveries.get(path + "&cursor=" + page.get("next").asString());
        assertThat(rest.get("items")).hasSize(1);
        assertThat(rest.has("next")).isFalse();
        assertThat(Deliveries.get("/api/notifications/deliveries?gap=g-list-2").get("items")).hasSize(1);
        SERVICE.admin().get().uri("/api/notifications/deliveries?state=lost").exchange().expectStatus().isBadRequest();
        SERVICE.admin().get().uri(PATH + "?cursor=garbage").exchange().expectStatus().isBadRequest();
    }

    private static WebTestClient.ResponseSpec create(WebTestClient client,
            @Nullable String team, Map<String, Object> with) {
        Map<String, Object> input = new HashMap<>(Map.of("name", "An endpoint", "url", Receiver.url("/nobody")));
        if (team != null) {
            input.put("team", team);
        }
        input.putAll(with);
        return client.post().uri(PATH).bodyValue(input).exchange();
    }

    private static List<JsonNode> items(WebTestClient client, String path) {
        return json(client.get().uri(path).exchange().expectStatus().isOk()).get("items").valueStream().toList();
    }

    private static JsonNode json(WebTestClient.ResponseSpec response) {
        return new JsonMapper().readTree(response.expectBody(byte[].class).returnResult().getResponseBodyContent());
    }
}
