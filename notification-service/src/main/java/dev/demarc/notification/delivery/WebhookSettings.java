package dev.demarc.notification.delivery;

import java.time.Duration;

/** How long a whole try may take, resolving the name and reading the answer included, and how many bytes of the answer are kept. */
public record WebhookSettings(Duration timeout, int responseBytes) {}
