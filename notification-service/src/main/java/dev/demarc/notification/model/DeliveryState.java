package dev.demarc.notification.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a delivery stands. */
public sealed interface DeliveryState {

    /** To be tried when due; while a worker holds it, {@code dueAt} is the end of the worker's lease. */
    record Waiting(Instant dueAt, @Nullable Claim claim) implements DeliveryState {}

    /** The receiver has it. */
    record Delivered(Instant at) implements DeliveryState {}

    /** Given up after the last try. */
    record Failed(Instant at, String reason) implements DeliveryState {}

    /** Not tried any more, since the endpoint was disabled or deleted. */
    record Cancelled(Instant at, String reason) implements DeliveryState {}

    /** A worker's hold on a delivery since {@code at}. */
    record Claim(String worker, Instant at) {}

    /** The word in JSON, URLs and the store. */
    default String word() {
        return switch (this) {
            case Waiting _ -> "waiting";
            case Delivered _ -> "delivered";
            case Failed _ -> "failed";
            case Cancelled _ -> "cancelled";
        };
    }
}
