package dev.demarc.notification.delivery;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.demarc.notification.Gaps;
import dev.demarc.notification.application.Message;
import dev.demarc.notification.model.Invalid;
import dev.demarc.notification.model.SendResult;
import dev.demarc.notification.model.SendResult.Answered;
import dev.demarc.notification.model.SendResult.NotAnswered;
import dev.demarc.notification.model.Webhook;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class WebhookChannelTest {

    private static final String SECRET = "whsec_ZGVtYXJjLXRlc3Qtc2VjcmV0LTAwMDAwMDAwMDAwMDE=";
    private static final Message MESSAGE = new Message("msg_1", Gaps.AT, "{\"type\":\"gap.opened\"}",
            List.of(SECRET));
    private static final AddressPolicy LOOPBACK = new AddressPolicy(List.of("127.0.0.0/8"), false);
    private static final WebhookSettings SETTINGS = new WebhookSettings(Duration.ofSeconds(4), 1024);
    private static final WireMockServer RECEIVER = new WireMockServer(
            wireMockConfig().bindAddress("127.0.0.1").dynamicPort().dynamicHttpsPort());

    @BeforeAll
    static void start() {
        RECEIVER.start();
    }

    @AfterAll
    static void stop() {
        RECEIVER.stop();
    }

    @BeforeEach
    void reset() {
        RECEIVER.resetAll();
    }

    @Test
    void postsToTheCheckedAddressUnderTheHostsName() {
        answer(aResponse().withStatus(200).withBody("thanks"));
        assertThat(send("http://hooks.example.com:" + RECEIVER.port() + "/a/b?c=d"))
                .isEqualTo(new Answered(200, "thanks", null));
        RECEIVER.verify(postRequestedFor(urlEqualTo("/a/b?c=d"))
                .withHeader("Host", equalTo("hooks.example.com:" + RECEIVER.port()))
                .withHeader("Content-Type", equalTo("application/json"))
                .withHeader("webhook-id", equalTo("msg_1"))
                .withHeader("webhook-timestamp", equalTo(Long.toString(Gaps.AT.getEpochSecond())))
                .withHeader("webhook-signature", equalTo(Signatures.header(MESSAGE)))
                .withRequestBody(equalTo("{\"type\":\"gap.opened\"}")));
    }

    @Test
    void doesNotFollowRedirects() {
        answer(aResponse().withStatus(307).withHeader("Location", "http://127.0.0.1:" + RECEIVER.port() + "/other"));
        assertThat(send(url())).isEqualTo(new Answered(307, "", null));
        assertThat(RECEIVER.getAllServeEvents()).hasSize(1);
    }

    @Test
    void keepsTheFirstKilobyteOfTheAnswer() {
        answer(aResponse().withStatus(500).withBody("x".repeat(3_000_000)));
        assertThat(send(url())).isEqualTo(new Answered(500, "x".repeat(1024), null));
    }

    @Test
    void readsHowLongToWait() {
        answer(aResponse().withStatus(429).withHeader("Retry-After", "30"));
        assertThat(send(url())).isEqualTo(new Answered(429, "", Duration.ofSeconds(30)));
    }

    @Test
    void aConnectionThatIsResetIsNoAnswer() {
        answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(send(url())).isInstanceOf(NotAnswered.class);
    }

    @Test
    void aReceiverThatDoesNotAnswerIsLeft() {
        answer(aResponse().withStatus(200).withFixedDelay(60_000));
        assertThat(error(url())).isEqualTo("no answer within 4 s");
    }

    @Test
    void aClosedPortIsNoConnection() {
        assertThat(error("http://127.0.0.1:1/")).startsWith("no connection");
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() {
        answer(aResponse().withStatus(200));
        assertThat(error("https://hooks.example.com:" + RECEIVER.httpsPort())).startsWith("TLS failed");
        assertThat(RECEIVER.getAllServeEvents()).isEmpty();
    }

    @Test
    void aNameThatTurnsToAnotherAddressAfterTheCheckIsRefused() {
        answer(aResponse().withStatus(200));
        Deque<InetAddress> answers = new ArrayDeque<>(
                List.of(InetAddress.ofLiteral("93.184.216.34"), InetAddress.ofLiteral("127.0.0.1")));
        try (WebhookChannel strict = new WebhookChannel(_ -> List.of(answers.removeFirst()),
                new AddressPolicy(List.of(), true), SETTINGS)) {
            Webhook rebound = Webhook.of("url", url());
            StepVerifier.create(strict.check(rebound)).verifyComplete();
            assertThat(Objects.requireNonNull(strict.send(rebound, MESSAGE).block()).summary())
                    .contains("not a public address");
        }
        assertThat(RECEIVER.getAllServeEvents()).isEmpty();
    }

    @Test
    void theCheckNamesTheFieldAndTheReason() {
        try (WebhookChannel strict = new WebhookChannel(HostResolver.system(), new AddressPolicy(List.of(), false),
                SETTINGS)) {
            StepVerifier.create(strict.check(Webhook.of("url", "https://169.254.169.254/latest")))
                    .verifyErrorSatisfies(error -> assertThat(error).isInstanceOf(Invalid.class)
                            .hasMessageContaining("url").hasMessageContaining("not a public address"));
            for (String hidden : List.of("https://2130706433/", "https://[::ffff:127.0.0.1]/", "https://localhost/")) {
                StepVerifier.create(strict.check(Webhook.of("url", hidden))).verifyError(Invalid.class);
            }
        }
    }

    private static String url() {
        return "http://127.0.0.1:" + RECEIVER.port() + "/";
    }

    private static void answer(ResponseDefinitionBuilder answer) {
        RECEIVER.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static String error(String url) {
        return send(url) instanceof NotAnswered(String error) ? error : "answered";
    }

    private static SendResult send(String url) {
        try (WebhookChannel channel = new WebhookChannel(
                _ -> List.of(InetAddress.ofLiteral("127.0.0.1")), LOOPBACK, SETTINGS)) {
            return Objects.requireNonNull(channel.send(Webhook.of("url", url), MESSAGE).block());
        }
    }
}
