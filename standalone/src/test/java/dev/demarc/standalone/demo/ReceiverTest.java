package dev.demarc.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class ReceiverTest {

    private static final String SECRET = "whsec_b25seS1hbi1leGFtcGxlLW5vdC1hLXNlY3JldA==";
    private static final String BODY = "{\"type\":\"gap.opened\",\"data\":{\"gap\":{\"check\":\"s3-no-public-read\"}}}";

    @Test
    void a_signature_that_holds_is_taken_and_any_other_is_refused() throws Exception {
        Clock clock = Clock.systemUTC();
        try (Receiver receiver = new Receiver(clock); HttpClient client = HttpClient.newHttpClient()) {
            receiver.secret("payments", SECRET);
            long now = clock.instant().getEpochSecond();
            String signature = new Webhook(SECRET).sign("msg_1", now, BODY);

            assertThat(post(client, receiver, "payments", signature, now)).isEqualTo(204);
            assertThat(post(client, receiver, "payments", "v1,bm90IHRoZSBzaWduYXR1cmU=", now)).isEqualTo(401);
            assertThat(post(client, receiver, "nobody", signature, now)).isEqualTo(401);

            assertThat(receiver.await(delivery -> delivery.check().equals("s3-no-public-read"), 1)).isPresent();
            assertThat(receiver.received()).extracting(Delivery::verified).containsExactly(true, false, false);
        }
    }

    private static int post(HttpClient client, Receiver receiver, String inbox, String signature, long now)
            throws Exception {
        return client.send(HttpRequest.newBuilder(receiver.address(inbox)).header("webhook-id", "msg_1")
                .header("webhook-timestamp", Long.toString(now)).header("webhook-signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(BODY)).build(), BodyHandlers.discarding()).statusCode();
    }
}
