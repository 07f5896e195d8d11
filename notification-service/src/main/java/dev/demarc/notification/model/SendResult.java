package dev.demarc.notification.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of one try. */
public sealed interface SendResult {

    /** The receiver answered; {@code response} is the beginning of the body, {@code retryAfter} what it asked for. */
    record Answered(int status, String response, @Nullable Duration retryAfter) implements SendResult {}

    /** No answer: refused by policy, not resolved, not connected, cut off or too slow. */
    record NotAnswered(String error) implements SendResult {}

    /** Whether the receiver has the message: a 2xx answer and nothing else. */
    default boolean accepted() {
        return this instanceof Answered answered && answered.status() / 100 == 2;
    }

    /** Whether the receiver says that it is no longer there for good. */
    default boolean gone() {
        return this instanceof Answered answered && answered.status() == 410;
    }

    /** How long the receiver asks everybody to stay away, with 429 or 503 only. */
    default @Nullable Duration askedToWait() {
        return this instanceof Answered(int status, String _, Duration after) && (status == 429 || status == 503)
                ? after
                : null;
    }

    /** A line for people: the status or the error. */
    default String summary() {
        return switch (this) {
            case Answered answered -> "answered " + answered.status();
            case NotAnswered not -> not.error();
        };
    }
}
