package dev.demarc.assessment.model;

import dev.demarc.contracts.Copies;
import dev.demarc.contracts.event.OutcomeChanged;
import dev.demarc.contracts.gap.CustomerOutcome;
import dev.demarc.contracts.gap.OutcomeState;
import dev.demarc.contracts.gap.ProviderOutcome;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of one subject as its events tell them, by control; {@code revision} counts the writes of the view, 0
 * before the first, {@code sequence} and {@code at} are those of the last event that it has taken in.
 */
public record OutcomeView(
        String subject,
        long revision,
        long sequence,
        Instant at,
        int incarnation,
        @Nullable String workload,
        @Nullable String serviceModel,
        Map<String, Parts> outcomes) {

    /** Copies the outcomes. */
    public OutcomeView {
        outcomes = Copies.map(outcomes);
    }

    /** The provider's and the customer's part of an outcome; null: it has no such part. */
    public record Parts(@Nullable ProviderOutcome provider, @Nullable CustomerOutcome customer) {}

    /** Before the first event. */
    static OutcomeView none(String subject) {
        return new OutcomeView(subject, 0, 0, Instant.MIN, 0, null, null, Map.of());
    }

    /**
     * Whether the event is news. One without a sequence is ordered by its time, and is no news after one that has a
     * sequence. A subject without outcomes that was silent for so long may have been forgotten and count from 1 again.
     */
    boolean learnsFrom(OutcomeChanged event) {
        if (event.sequence() == null) {
            return sequence == 0 && !event.at().isBefore(at);
        }
        return event.sequence() > sequence
                || (outcomes.isEmpty() && event.at().minus(Subject.FORGOTTEN_AFTER).isAfter(at));
    }

    /** The view after an event; outcomes of an earlier incarnation are gone. */
    OutcomeView after(OutcomeChanged event) {
        Map<String, Parts> next = new HashMap<>(event.incarnation() == incarnation ? outcomes : Map.of());
        event.removed().forEach(next::remove);
        for (OutcomeState outcome : event.outcomes()) {
            next.put(outcome.control(), new Parts(outcome.provider(), outcome.customer()));
        }
        return new OutcomeView(subject, revision, event.sequence() == null ? 0 : event.sequence(), event.at(),
                event.incarnation(), event.workload(), event.serviceModel(), next);
    }

    /** The same as its next write. */
    public OutcomeView written() {
        return new OutcomeView(subject, revision + 1, sequence, at, incarnation, workload, serviceModel, outcomes);
    }
}
