package dev.demarc.notification.web;

import dev.demarc.contracts.catalog.Severity;
import dev.demarc.notification.model.Attempt;
import dev.demarc.notification.model.Delivery;
import dev.demarc.notification.model.DeliveryState.Cancelled;
import dev.demarc.notification.model.DeliveryState.Delivered;
import dev.demarc.notification.model.DeliveryState.Failed;
import dev.demarc.notification.model.DeliveryState.Waiting;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A delivery as lists show it; {@code attempts} counts the tries since it was created or replayed. */
record DeliveryJson(
        String id,
        String webhookId,
        String endpoint,
        @Nullable String team,
        String type,
        @Nullable String gap,
        @Nullable Long sequence,
        @Nullable Severity severity,
        String state,
        int attempts,
        Instant createdAt,
        @Nullable Instant dueAt,
        @Nullable Instant finishedAt,
        @Nullable String lastError) {

    static DeliveryJson of(Delivery delivery) {
        return new DeliveryJson(delivery.id(), delivery.id(), delivery.endpoint(), delivery.team(),
                delivery.type().word(), delivery.gap(), delivery.gap() == null ? null : delivery.sequence(),
                delivery.severity(), delivery.state().word(), delivery.tries(), delivery.createdAt(),
                delivery.state() instanceof Waiting waiting ? waiting.dueAt() : null, finished(delivery),
                error(delivery));
    }

    private static @Nullable Instant finished(Delivery delivery) {
        return switch (delivery.state()) {
            case Waiting _ -> null;
            case Delivered delivered -> delivered.at();
            case Failed failed -> failed.at();
            case Cancelled cancelled -> cancelled.at();
        };
    }

    private static @Nullable String error(Delivery delivery) {
        return switch (delivery.state()) {
            case Delivered _ -> null;
            case Failed failed -> failed.reason();
            case Cancelled cancelled -> cancelled.reason();
            case Waiting _ -> delivery.attempts().isEmpty() ? null : error(delivery.attempts().getLast());
        };
    }

    private static String error(Attempt attempt) {
        return attempt.error() == null ? "answered " + attempt.status() : attempt.error();
    }
}
