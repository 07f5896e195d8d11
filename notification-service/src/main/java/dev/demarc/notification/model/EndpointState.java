package dev.demarc.notification.model;

import java.time.Instant;

/** Whether an endpoint gets deliveries. */
public sealed interface EndpointState {

    /** It does. */
    record Enabled() implements EndpointState {}

    /** It does not: who or what switched it off, in words for people, and since when. */
    record Disabled(String reason, Instant since) implements EndpointState {}
}
