package dev.demarc.assessment.mongo;

import dev.demarc.assessment.application.GapFilter;
import dev.demarc.assessment.application.GapOrder;
import dev.demarc.assessment.model.GapBucket;
import dev.demarc.assessment.model.GapRollup;
import dev.demarc.assessment.model.GapTransition;
import dev.demarc.assessment.model.GapView;
import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.Words;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.gap.GapDescription;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.gap.GapState;
import dev.demarc.contracts.gap.GapStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form of gaps and rollups in the store. Each order has a field of its own that rises in it, so that one kind of
 * index serves both directions with the ids rising.
 */
final class GapDocuments {

    static final String STATE = "state";
    static final String TEAM = "ownerTeam";
    static final String WORKLOAD = "workload";
    static final String CONTROL = "control";
    static final String PROVIDER = "provider";
    static final String ACCOUNT = "account";
    static final String REASON = "reason";
    static final String SUBJECT = "subject";
    static final String TYPE = "type";
    static final String CHECK = "check";
    static final String RESOLVED_AT = "resolvedAt";
    private static final String SEVERITY = "severity";

    private static final JsonMapper JSON = ContractJson.mapper();
    private static final TypeReference<List<GapTransition>> HISTORY = new TypeReference<>() {
    };

    private GapDocuments() {}

    static Document write(GapView view) {
        GapDescription gap = view.description();
        GapStatus status = view.status();
        Document document = new Document("_id", view.id()).append("sequence", view.sequence())
                .append(STATE, status.state().word()).append(SEVERITY, status.severity().word())
                .append(REASON, status.reason().word())
                .append(TEAM, Objects.requireNonNullElse(status.ownerTeam(), GapFilter.NOBODY))
                .append(WORKLOAD, status.workload()).append(CONTROL, gap.control())
                .append(PROVIDER, gap.subject().provider()).append(ACCOUNT, gap.subject().account())
                .append(SUBJECT, gap.subject().id()).append(TYPE, gap.subject().type()).append(CHECK, gap.check());
        for (GapOrder order : GapOrder.values()) {
            document.append(field(order), place(order, view));
        }
        Instant resolvedAt = view.resolvedAt();
        if (resolvedAt != null) {
            document.append(RESOLVED_AT, resolvedAt.toEpochMilli());
        }
        return document.append("description", JSON.writeValueAsString(gap))
                .append("status", JSON.writeValueAsString(status))
                .append("history", JSON.writeValueAsString(view.history()));
    }

    static GapView read(Document document) {
        return new GapView(JSON.readValue(document.getString("description"), GapDescription.class),
                JSON.readValue(document.getString("status"), GapStatus.class), document.getLong("sequence"),
                JSON.readValue(document.getString("history"), HISTORY));
    }

    /** The field that rises in the order. */
    static String field(GapOrder order) {
        return switch (order) {
            case SEVERITY -> "leastSevere";
            case MOST_SEVERE -> "mostSevere";
            case OPENED_AT -> "oldest";
            case NEWEST -> "newest";
            case DUE_AT -> "dueSoonest";
            case DUE_LAST -> "dueLast";
        };
    }

    static long place(GapOrder order, GapView view) {
        GapStatus status = view.status();
        return switch (order) {
            case SEVERITY, MOST_SEVERE -> place(order, status.severity());
            case OPENED_AT -> status.openedAt().toEpochMilli();
            case NEWEST -> -status.openedAt().toEpochMilli();
            case DUE_AT -> status.dueAt().toEpochMilli();
            case DUE_LAST -> -status.dueAt().toEpochMilli();
        };
    }

    private static long place(GapOrder order, Severity severity) {
        return order == GapOrder.SEVERITY ? rank(severity) : -rank(severity);
    }

    private static long rank(Severity severity) {
        return switch (severity) {
            case LOW -> 0;
            case MEDIUM -> 1;
            case HIGH -> 2;
            case CRITICAL -> 3;
        };
    }

    /** The matches; what indexed fields of an order can tell of them is said with these too, so that fewer are looked at. */
    static Document filter(GapFilter filter, @Nullable GapOrder order) {
        Document query = new Document();
        words(query, STATE, filter.states());
        oneOf(query, TEAM, filter.teams());
        oneOf(query, WORKLOAD, filter.workloads());
        words(query, SEVERITY, filter.severities());
        oneOf(query, CONTROL, filter.controls());
        oneOf(query, PROVIDER, filter.providers());
        oneOf(query, ACCOUNT, filter.accounts());
        words(query, REASON, filter.reasons());
        oneOf(query, SUBJECT, filter.subjects());
        oneOf(query, TYPE, filter.types());
        oneOf(query, CHECK, filter.checks());
        if (!filter.severities().isEmpty()) {
            between(query, GapOrder.MOST_SEVERE, filter.severities());
            if (order == GapOrder.SEVERITY) {
                between(query, GapOrder.SEVERITY, filter.severities());
            }
        }
        if (filter.openedSince() != null) {
            long since = ceilingMillis(filter.openedSince());
            if (order == GapOrder.NEWEST) {
                query.append(field(GapOrder.NEWEST), new Document("$lte", -since));
            } else {
                query.append(field(GapOrder.OPENED_AT), new Document("$gte", since));
            }
        }
        if (filter.resolvedSince() != null) {
            query.append(RESOLVED_AT, new Document("$gte", ceilingMillis(filter.resolvedSince())));
        }
        if (filter.dueBefore() != null) {
            long before = ceilingMillis(filter.dueBefore());
            if (order == GapOrder.DUE_LAST) {
                query.append(field(GapOrder.DUE_LAST), new Document("$gt", -before));
            } else {
                query.append(field(GapOrder.DUE_AT), new Document("$lt", before));
            }
        }
        return query;
    }

    private static void between(Document query, GapOrder order, Collection<Severity> severities) {
        LongSummaryStatistics places = severities.stream().mapToLong(each -> place(order, each)).summaryStatistics();
        query.append(field(order), new Document("$gte", places.getMin()).append("$lte", places.getMax()));
    }

    /** The moments in the store are whole milliseconds. */
    private static long ceilingMillis(Instant instant) {
        return instant.plusNanos(999_999).toEpochMilli();
    }

    private static void words(Document query, String field, Collection<? extends Enum<?>> constants) {
        oneOf(query, field, constants.stream().map(Words::of).toList());
    }

    private static void oneOf(Document query, String field, Collection<String> values) {
        if (values.size() == 1) {
            query.append(field, values.iterator().next());
        } else if (!values.isEmpty()) {
            query.append(field, new Document("$in", List.copyOf(values)));
        }
    }

    static Document write(GapRollup rollup) {
        List<Document> counts = rollup.counts().entrySet().stream()
                .map(each -> new Document(STATE, each.getKey().state().word())
                        .append(SEVERITY, each.getKey().severity().word())
                        .append(REASON, each.getKey().reason().word()).append(TEAM, each.getKey().ownerTeam())
                        .append("count", each.getValue()))
                .toList();
        List<Document> days = rollup.days().entrySet().stream()
                .map(each -> new Document("day", each.getKey().toString()).append("opened", each.getValue().opened())
                        .append("resolved", each.getValue().resolved()))
                .toList();
        return new Document("_id", rollup.partition()).append("offset", rollup.offset()).append("counts", counts)
                .append("days", days);
    }

    /** One from before days were kept has none. */
    static GapRollup rollup(Document document) {
        Map<GapBucket, Long> counts = new HashMap<>();
        for (Document each : document.getList("counts", Document.class)) {
            counts.put(new GapBucket(GapState.of(each.getString(STATE)), Severity.of(each.getString(SEVERITY)),
                    GapReason.of(each.getString(REASON)), each.getString(TEAM)), each.getLong("count"));
        }
        Map<LocalDate, GapRollup.OfDay> days = new HashMap<>();
        for (Document each : document.getList("days", Document.class, List.of())) {
            days.put(LocalDate.parse(each.getString("day")),
                    new GapRollup.OfDay(each.getLong("opened"), each.getLong("resolved")));
        }
        return new GapRollup(document.getInteger("_id"), document.getLong("offset"), counts, days);
    }
}
