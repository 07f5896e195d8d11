package dev.demarc.assessment.model;

import dev.demarc.contracts.Copies;
import dev.demarc.contracts.gap.OutcomeState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the engine found on a subject; {@code reassessAt} is when an outcome can flip by time alone. */
public record Judgement(
        JudgedBy judgedBy,
        Assignment assignment,
        List<OutcomeState> outcomes,
        List<Verdict> verdicts,
        @Nullable Instant reassessAt) {

    /** Copies the lists. */
    public Judgement {
        outcomes = Copies.list(outcomes);
        verdicts = Copies.list(verdicts);
    }
}
