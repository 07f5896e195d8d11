package dev.demarc.contracts.gap;

import dev.demarc.contracts.Copies;
import dev.demarc.contracts.catalog.Ownership;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two-part outcome of one control on a subject; a part that the ownership does not have is absent. */
public record OutcomeState(
        String control,
        Ownership ownership,
        @Nullable ProviderOutcome provider,
        @Nullable CustomerOutcome customer,
        @Nullable GapReason reason,
        List<CheckOutcome> checks) {

    /** Copies the collections; an absent one is empty. */
    public OutcomeState {
        checks = Copies.list(checks);
    }
}
