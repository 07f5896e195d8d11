package dev.demarc.notification;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The service's settings; defaults and environment variables stand in {@code notification-service.yml}.
 *
 * @param secretsKeyFile the key under which signing secrets are stored
 * @param retries the delay before each try, the first one's included
 * @param disableAfter an endpoint that has failed for so long is disabled
 * @param concurrency the most tries to one endpoint at a time, in each instance
 * @param lease how long a worker may hold a delivery; longer than any try takes
 * @param poll how often to look for what is due when nothing signals it
 * @param maxEndpoints the most endpoints of all teams together
 * @param secretOverlap how long a rotated secret signs on beside its successor
 * @param retention how long deliveries are kept
 */
@ConfigurationProperties("demarc.notification")
public record NotificationProperties(
        @Nullable Path secretsKeyFile,
        List<Duration> retries,
        Duration disableAfter,
        int concurrency,
        Duration lease,
        Duration poll,
        int maxEndpoints,
        Duration secretOverlap,
        Duration retention,
        Baseline baseline,
        Webhook webhook) {

    /** When a baseline summary is sent: after {@code quiet} without news, after {@code longest} at the latest. */
    public record Baseline(Duration quiet, Duration longest) {}

    /** What webhooks may reach, and how long one try may take. */
    public record Webhook(List<String> allowedCidrs, boolean allowHttp, Duration timeout) {}

    /** Checks what depends on each other. */
    public NotificationProperties {
        if (lease.compareTo(webhook.timeout().multipliedBy(2)) < 0) {
            throw new IllegalArgumentException("demarc.notification.lease is " + lease
                    + ", expected at least twice the webhook timeout of " + webhook.timeout());
        }
        if (secretsKeyFile == null || secretsKeyFile.toString().isBlank()) {
            throw new IllegalArgumentException("demarc.notification.secrets-key-file is missing; set "
                    + "DEMARC_SECRETS_KEY_FILE to a file with the output of 'openssl rand -base64 32'");
        }
    }
}
