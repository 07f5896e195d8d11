package dev.demarc.assessment.model;

import dev.demarc.contracts.Copies;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.gap.CustomerOutcome;
import dev.demarc.contracts.gap.GapDescription;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.gap.ObservedValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found for one gap, whether it is there or not: {@code description} gives its id; a reason stands where the outcome is not good enough. */
public record Verdict(
        GapDescription description,
        CustomerOutcome outcome,
        @Nullable GapReason reason,
        Severity severity,
        List<ObservedValue> observed) {

    /** Copies the values; a reason stands exactly where the outcome is not good enough. */
    public Verdict {
        boolean good = outcome == CustomerOutcome.SATISFIED || outcome == CustomerOutcome.NOT_APPLICABLE;
        if (good == (reason != null)) {
            throw new IllegalArgumentException(outcome + " with reason " + reason);
        }
        observed = Copies.list(observed);
    }
}
