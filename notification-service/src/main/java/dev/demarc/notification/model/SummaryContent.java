package dev.demarc.notification.model;

import dev.demarc.contracts.catalog.Severity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many gaps are open by severity, and the worst of them. */
public record SummaryContent(Map<Severity, Long> open, List<WorstGap> worst) {

    /** Nothing open. */
    public static final SummaryContent EMPTY = new SummaryContent(Map.of(), List.of());

    /** Copies both; every severity has its count, the most severe first. */
    public SummaryContent {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(severity, open.getOrDefault(severity, 0L));
        }
        open = Collections.unmodifiableMap(counts);
        worst = List.copyOf(worst);
    }

    /** All open gaps. */
    public long total() {
        return open.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether an endpoint with this filter wants it: any open gap is as severe as it asks for. */
    public boolean concerns(EndpointFilter filter) {
        return open.entrySet().stream().anyMatch(count -> count.getValue() > 0
                && count.getKey().compareTo(filter.minimumSeverity()) >= 0);
    }
}
