package dev.demarc.notification.application;

import dev.demarc.notification.model.Delivery;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which deliveries to list: null means any, as do no states; {@code after} is the place ({@link #place}) of the last one seen. */
public record DeliveryQuery(
        @Nullable Set<String> teams,
        @Nullable String endpoint,
        Set<String> states,
        @Nullable String gap,
        @Nullable String after,
        int limit) {

    /** Where a delivery stands in the list: by creation, ids make it total. */
    public static String place(Delivery delivery) {
        return "%013d.%s".formatted(delivery.createdAt().toEpochMilli(), delivery.id());
    }
}
