package dev.demarc.assessment.web;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.assessment.application.AcknowledgeGap;
import dev.demarc.contracts.Copies;
import dev.demarc.contracts.Words;
import dev.demarc.contracts.gap.GapState;
import dev.demarc.platform.web.BadInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Several gaps that are taken on at once, and what came of each. */
final class AcknowledgeMany {

    private static final int MOST = 200;

    private AcknowledgeMany() {}

    /** Which gaps, each once, and what is said of all of them. */
    record Input(List<Chosen> gaps, @Nullable String note) {

        /** Checks and copies. */
        Input {
            gaps = Copies.list(gaps);
            if (gaps.isEmpty()) {
                throw new BadInput("gaps", "[]", "1 to " + MOST + " gaps");
            }
            Bounds.atMost("gaps", gaps.size(), MOST);
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < gaps.size(); i++) {
                Chosen gap = gaps.get(i);
                Shape.GAP.check("gaps[" + i + "].id", gap.id);
                if (gap.sequence < 1) {
                    throw new BadInput("gaps[" + i + "].sequence", gap.sequence, "the sequence that was read, from 1");
                }
                if (!seen.add(gap.id)) {
                    throw new BadInput("gaps[" + i + "].id", gap.id, "each gap once");
                }
            }
            Shape.NOTE.checkIfPresent("note", note);
        }

        List<AcknowledgeGap.Asked> asked() {
            return gaps.stream().map(gap -> new AcknowledgeGap.Asked(gap.id, gap.sequence)).toList();
        }
    }

    /** A gap as its reader knows it. */
    record Chosen(String id, long sequence) {}

    /** What came of each, in the order of the input. */
    record Results(List<Result> results) {

        static Results of(List<Chosen> gaps, List<AcknowledgeGap.Answer> answers) {
            List<Result> results = new ArrayList<>(gaps.size());
            for (int i = 0; i < gaps.size(); i++) {
                results.add(Result.of(gaps.get(i).id, answers.get(i)));
            }
            return new Results(results);
        }
    }

    /** What came of one; its sequence now where that is known, its state where it was refused. */
    record Result(String id, Outcome outcome, @Nullable Long sequence, @Nullable GapState state) {

        private static Result of(String id, AcknowledgeGap.Answer answer) {
            return switch (answer) {
                case AcknowledgeGap.Answer.Stands stands ->
                    new Result(id, Outcome.ACKNOWLEDGED, stands.gap().sequence(), null);
                case AcknowledgeGap.Answer.Refused refused -> new Result(id, Outcome.REFUSED, null, refused.state());
                case AcknowledgeGap.Answer.Stale stale -> new Result(id, Outcome.CHANGED, stale.current(), null);
                case AcknowledgeGap.Answer.NoSuchGap _ -> new Result(id, Outcome.NOT_FOUND, null, null);
                case AcknowledgeGap.Answer.Away _ -> new Result(id, Outcome.FAILED, null, null);
            };
        }
    }

    /** As a word of the contract. */
    enum Outcome {
        ACKNOWLEDGED,
        REFUSED,
        CHANGED,
        NOT_FOUND,
        FAILED;

        /** As it stands in JSON. */
        @JsonValue
        public String word() {
            return Words.of(this);
        }
    }
}
