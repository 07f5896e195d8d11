package dev.demarc.assessment.web;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.demarc.assessment.application.Run;
import dev.demarc.contracts.Words;
import dev.demarc.contracts.gap.Origin;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A re-assessment as {@code Run} in openapi.yaml. */
public record RunView(
        String id,
        String title,
        Origin origin,
        @Nullable String serviceModel,
        @Nullable Integer modelVersion,
        State state,
        long total,
        long done,
        long asked,
        long judged,
        Instant startedAt,
        Instant updatedAt,
        @Nullable Instant finishedAt) {

    /** Where it stands. */
    public enum State {
        /** Waits for a worker, or has one. */
        RUNNING,
        /** It has gone through all. */
        COMPLETED,
        /** A newer run took over. */
        SUPERSEDED;

        /** As it stands in JSON and queries. */
        @JsonValue
        public String word() {
            return Words.of(this);
        }

        static State of(Run.State state) {
            return switch (state) {
                case QUEUED, RUNNING -> RUNNING;
                case DONE -> COMPLETED;
                case SUPERSEDED -> SUPERSEDED;
            };
        }

        /** The states of a run that are shown as one of these. */
        static Set<Run.State> shownAs(Set<State> states) {
            Set<Run.State> shown = EnumSet.noneOf(Run.State.class);
            for (Run.State state : Run.State.values()) {
                if (states.contains(of(state))) {
                    shown.add(state);
                }
            }
            return shown;
        }
    }

    /** An ask that is published or replayed again is judged again; there are no more than were asked for. */
    static RunView of(Run run, long judged) {
        String model = run.serviceModel();
        return new RunView(run.id(), run.title(), run.origin(), model, model == null ? null : run.modelVersion(),
                State.of(run.state()), run.total(), run.scanned(), run.asked(), Math.min(judged, run.asked()),
                run.createdAt(), run.updatedAt(), run.finishedAt());
    }
}
