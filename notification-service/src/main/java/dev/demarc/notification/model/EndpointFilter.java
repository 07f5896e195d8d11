package dev.demarc.notification.model;

import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.event.GapChanged;
import dev.demarc.contracts.event.GapEvent;
import dev.demarc.contracts.event.GapOpened;
import dev.demarc.contracts.event.GapResolved;
import dev.demarc.contracts.gap.GapReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which transitions an endpoint wants: an empty list lets everything through, and all conditions must let it through. */
public record EndpointFilter(
        Severity minimumSeverity,
        List<TransitionKind> transitions,
        List<String> workloads,
        List<String> environments,
        List<GapReason> reasons) {

    /** Lets everything through. */
    public static final EndpointFilter NONE = new EndpointFilter(Severity.LOW, List.of(), List.of(), List.of(),
            List.of());

    /** Copies the lists without repetitions. */
    public EndpointFilter {
        transitions = transitions.stream().distinct().toList();
        workloads = workloads.stream().distinct().toList();
        environments = environments.stream().distinct().toList();
        reasons = reasons.stream().distinct().toList();
    }

    /** Whether this transition is wanted, by how the gap stands after it; of two severities the higher counts, so that a fall is told too. */
    public boolean lets(GapEvent event) {
        return severity(event).compareTo(minimumSeverity) >= 0
                && allows(transitions, TransitionKind.of(event))
                && allows(workloads, event.after().workload())
                && allows(environments, event.after().environment())
                && allows(reasons, event.after().reason());
    }

    private static Severity severity(GapEvent event) {
        Severity after = event.after().severity();
        Severity before = switch (event) {
            case GapOpened _ -> after;
            case GapChanged changed -> changed.before().severity();
            case GapResolved resolved -> resolved.before().severity();
        };
        return before.compareTo(after) > 0 ? before : after;
    }

    private static <T> boolean allows(List<T> wanted, @Nullable T actual) {
        return wanted.isEmpty() || (actual != null && wanted.contains(actual));
    }
}
