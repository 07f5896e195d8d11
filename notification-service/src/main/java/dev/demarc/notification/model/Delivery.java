package dev.demarc.notification.model;

import dev.demarc.contracts.catalog.Severity;
import dev.demarc.notification.model.DeliveryState.Cancelled;
import dev.demarc.notification.model.DeliveryState.Claim;
import dev.demarc.notification.model.DeliveryState.Delivered;
import dev.demarc.notification.model.DeliveryState.Cancelled;
import dev.demarc.notification.model.DeliveryState.Failed;
import dev.demarc.notification.model.DeliveryState.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One message to one endpoint. {@code lane} names what must arrive in the order of {@code sequence}: one gap's transitions at one
 * endpoint. {@code tries} counts those begun since it was created or replayed; {@code attempts} keeps the last {@value #KEPT_ATTEMPTS}.
 */
public record Delivery(
        String id,
        String endpoint,
        @Nullable String team,
        MessageType type,
        @Nullable String gap,
        String lane,
        long sequence,
        @Nullable Severity severity,
        String body,
        Instant createdAt,
        DeliveryState state,
        int tries,
        List<Attempt> attempts,
        long revision) {

    static final int KEPT_ATTEMPTS = 25;

    /** Copies the attempts. */
    public Delivery {
        attempts = List.copyOf(attempts);
    }

    /** A delivery that was not tried yet. */
    public static Delivery fresh(String id, Endpoint endpoint, MessageType type, @Nullable String gap, String lane,
            long sequence, @Nullable Severity severity, String body, Instant now, Instant dueAt) {
        return new Delivery(id, endpoint.id(), endpoint.team(), type, gap, lane, sequence, severity, body, now,
                new Waiting(dueAt, null), 0, List.of(), 1);
    }

    /** Held by a worker until the lease ends; a try whose worker never reported back is recorded as such. */
    public Delivery claimed(String worker, Instant now, Duration lease) {
        Waiting waiting = waiting();
        List<Attempt> known = waiting.claim() == null
                ? attempts
                : with(new Attempt(tries, waiting.claim().at(),
                        Duration.between(waiting.claim().at(), waiting.dueAt()), null,
                        "the worker did not report back before its lease ended", null));
        return with(new Waiting(now.plus(lease), new Claim(worker, now)), tries + 1, known);
    }

    /** After a try: delivered, due again by the schedule, or failed for good; {@code result} came {@code took} after {@code began}. */
    public Delivery tried(SendResult result, Instant began, Duration took, RetrySchedule schedule, double random) {
        Instant now = began.plus(took);
        List<Attempt> known = with(attempt(result, began, took));
        if (result.accepted()) {
            return with(new Delivered(now), tries, known);
        }
        DeliveryState next = result.gone() || type == MessageType.ENDPOINT_TEST
                ? new Failed(now, result.summary())
                : schedule.next(tries, now, random, result.askedToWait())
                        .<DeliveryState>map(due -> new Waiting(due, null))
                        .orElseGet(() -> new Failed(now, "given up after " + tries + " tries: " + result.summary()));
        return with(next, tries, known);
    }

    /** The result of a try that was overtaken, by a lease that ended or an endpoint that was disabled: only acceptance still counts. */
    public Delivery overtaken(SendResult result, Instant began, Duration took) {
        return with(result.accepted() ? new Delivered(began.plus(took)) : state, tries,
                with(attempt(result, began, took)));
    }

    /** Whether every try was begun, and the last one's worker never reported back. */
    public boolean exhausted(RetrySchedule schedule) {
        return tries >= schedule.delays().size();
    }

    /** Given up without another try. */
    public Delivery givenUp(Instant now) {
        return with(new Failed(now, "given up after " + tries + " tries"), tries, attempts);
    }

    /** Not due before {@code until}, without counting as a try. */
    public Delivery postponed(Instant until) {
        return with(new Waiting(until, waiting().claim()), tries, attempts);
    }

    /** Due at once, whatever became of it; all tries are open to it again. */
    public Delivery replayed(Instant now) {
        return with(new Waiting(now, null), 0, attempts);
    }

    /** Not tried any more. */
    public Delivery cancelled(String reason, Instant now) {
        return with(new Cancelled(now, reason), tries, attempts);
    }

    /** Whether {@code worker} holds it by the claim of {@code at}. */
    public boolean heldBy(String worker, Instant at) {
        return state instanceof Waiting waiting && new Claim(worker, at).equals(waiting.claim());
    }

    private Waiting waiting() {
        if (state instanceof Waiting waiting) {
            return waiting;
        }
        throw new IllegalStateException("delivery " + id + " is " + state.word() + ", not waiting");
    }

    private Attempt attempt(SendResult result, Instant began, Duration took) {
        return switch (result) {
            case SendResult.Answered answered ->
                new Attempt(tries, began, took, answered.status(), null, answered.response());
            case SendResult.NotAnswered not -> new Attempt(tries, began, took, null, not.error(), null);
        };
    }

    private List<Attempt> with(Attempt attempt) {
        int surplus = Math.max(0, attempts.size() + 1 - KEPT_ATTEMPTS);
        return Stream.concat(attempts.stream().skip(surplus), Stream.of(attempt)).toList();
    }

    private Delivery with(DeliveryState newState, int newTries, List<Attempt> newAttempts) {
        return new Delivery(id, endpoint, team, type, gap, lane, sequence, severity, body, createdAt, newState,
                newTries,
                newAttempts, revision + 1);
    }
}
