package dev.demarc.notification.application;

import java.time.Instant;
import java.util.List;

/** What is sent: the id stays over tries, {@code at} is this try's time, and each of the secrets signs, the current one first. */
public record Message(String id, Instant at, String body, List<String> secrets) {

    /** Copies the list. */
    public Message {
        secrets = List.copyOf(secrets);
    }

    /** Leaves out the secrets. */
    @Override
    public String toString() {
        return "Message[" + id + "]";
    }
}
