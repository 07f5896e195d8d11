package dev.demarc.notification.delivery;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import dev.demarc.notification.application.Message;
import java.util.List;
import java.util.stream.Collectors;

/** The {@code webhook-signature} header of Standard Webhooks. */
final class Signatures {

    private Signatures() {}

    /** One {@code v1,…} for each secret, the current one first, separated by spaces. */
    static String header(String id, long timestamp, String body, List<String> secrets) {
        return secrets.stream().map(secret -> sign(id, timestamp, body, secret)).collect(Collectors.joining(" "));
    }

    static String header(Message message) {
        return header(message.id(), message.at().getEpochSecond(), message.body(), message.secrets());
    }

    private static String sign(String id, long timestamp, String body, String secret) {
        try {
            return new Webhook(secret).sign(id, timestamp, body);
        } catch (WebhookSigningException | EmptyWebhookSecretException e) {
            throw new IllegalStateException("message " + id + " can't be signed", e);
        }
    }
}
