package dev.demarc.checks;

import dev.demarc.contracts.Copies;
import dev.demarc.contracts.gap.CustomerOutcome;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.gap.ObservedValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one check says of one subject; {@code readNow} means that time alone may change it. */
public record CheckVerdict(
        CustomerOutcome outcome,
        @Nullable GapReason reason,
        @Nullable String detail,
        List<ObservedValue> observed,
        boolean readNow) {

    /** Copies the values. */
    public CheckVerdict {
        observed = Copies.list(observed);
    }
}
