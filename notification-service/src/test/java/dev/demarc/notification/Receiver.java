package dev.demarc.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A receiver of webhooks for one team of one test: its own path, endpoint and secret. */
public final class Receiver {

    private static final WireMockServer SERVER = new WireMockServer(
            wireMockConfig().bindAddress("127.0.0.1").dynamicPort().containerThreads(60));
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = new JsonMapper();

    static {
        SERVER.start();
    }

    /** The team that it belongs to; absent where it hears of all. */
    public final @Nullable String team;
    /** The endpoint's id. */
    public final String endpoint;
    /** The endpoint's secret. */
    public final String secret;
    private final String path;

    private Receiver(@Nullable String team, String endpoint, String secret, String path) {
        this.team = team;
        this.endpoint = endpoint;
        this.secret = secret;
        this.path = path;
    }

    /** A team's receiver that accepts everything. */
    public static Receiver of(@Nullable String team) {
        String path = "/hook-" + COUNT.incrementAndGet();
        accepts(path);
        Map<String, Object> input = team == null
                ? Map.of("name", path, "url", url(path))
                : Map.of("name", path, "url", url(path), "team", team);
        JsonNode made = JSON
                .readTree(Service.shared().admin().post().uri("/api/notifications/endpoints").bodyValue(input)
                        .exchange().expectStatus().isCreated().expectBody(byte[].class).returnResult()
                        .getResponseBodyContent());
        return new Receiver(team, made.get("endpoint").get("id").asString(), made.get("secret").asString(), path);
    }

    /** An address at which nobody was set up. */
    public static String url(String path) {
        return "http://127.0.0.1:" + SERVER.port() + path;
    }

    /** Answers so, one after the other, then accepts everything. */
    public Receiver answers(ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            SERVER.stubFor(post(urlEqualTo(path)).inScenario(path).whenScenarioStateIs(state(i))
                    .willReturn(answers[i]).willSetStateTo(state(i + 1)));
        }
        return this;
    }

    /** Answers so from now on. */
    public Receiver alwaysAnswers(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(post(urlEqualTo(path)).willReturn(answer));
        return this;
    }

    /** Waits for that many requests and gives them in the order of their arrival. */
    public List<LoggedRequest> received(int count) {
        await().atMost(PATIENCE).until(() -> requests().size() >= count);
        return requests();
    }

    /** What came so far, the oldest first. */
    public List<LoggedRequest> requests() {
        return SERVER.findAll(postRequestedFor(urlEqualTo(path))).stream()
                .sorted(Comparator.comparing(request -> request.getLoggedDate().toInstant())).toList();
    }

    /** The body as JSON. */
    public static JsonNode json(LoggedRequest request) {
        return JSON.readTree(request.getBodyAsString());
    }

    /** Whether one of the request's signatures was made with this secret; computed here, without the sender's library. */
    public static boolean isSigned(LoggedRequest request, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            byte[] signature = mac.doFinal((request.getHeader("webhook-id") + "."
                    + request.getHeader("webhook-timestamp") + "." + request.getBodyAsString())
                    .getBytes(StandardCharsets.UTF_8));
            return Arrays.asList(request.getHeader("webhook-signature").split(" "))
                    .contains("v1," + Base64.getEncoder().encodeToString(signature));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Deletes the endpoint, so that it does not disturb later tests. */
    public void delete() {
        Service.shared().admin().delete().uri("/api/notifications/endpoints/" + endpoint)
                .header("If-Match", etag()).exchange().expectStatus().isNoContent();
    }

    /** The endpoint's present revision. */
    public String etag() {
        return String.valueOf(Service.shared().admin().get().uri("/api/notifications/endpoints/" + endpoint).exchange()
                .expectBody(String.class).returnResult().getResponseHeaders().getETag());
    }

    private static void accepts(String path) {
        SERVER.stubFor(post(urlEqualTo(path)).willReturn(aResponse().withStatus(204)));
    }

    private static String state(int index) {
        return index == 0 ? Scenario.STARTED : "answer " + index;
    }
}
