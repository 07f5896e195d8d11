package dev.demarc.assessment.mongo;

import dev.demarc.assessment.application.SubjectLine;
import dev.demarc.assessment.model.Assignment;
import dev.demarc.assessment.model.Gap;
import dev.demarc.assessment.model.JudgedBy;
import dev.demarc.assessment.model.KnownState;
import dev.demarc.assessment.model.PendingEvent;
import dev.demarc.assessment.model.Position;
import dev.demarc.assessment.model.Subject;
import dev.demarc.contracts.ContractJson;
import dev.demarc.contracts.event.Event;
import dev.demarc.contracts.event.EventType;
import dev.demarc.contracts.gap.OutcomeState;
import dev.demarc.contracts.subject.SubjectKind;
import dev.demarc.contracts.subject.SubjectRef;
import dev.demarc.contracts.subject.SubjectState;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form of a subject in the store. What is looked up stands in fields of its own; what is only read with the whole
 * subject (state, outcomes, gaps) stands as JSON text, which the store need not understand, whatever keys it has.
 */
final class SubjectDocuments {

    /** What {@link #line} needs. */
    static final Document LINE = new Document("kind", 1).append("provider", 1).append("partition", 1)
            .append("account", 1).append("region", 1).append("type", 1).append("nativeId", 1).append("name", 1)
            .append("tags", 1).append("claims", 1).append("workload", 1).append("ownerTeam", 1)
            .append("environment", 1);

    private static final JsonMapper JSON = ContractJson.mapper();
    private static final TypeReference<List<OutcomeState>> OUTCOMES = new TypeReference<>() {
    };
    private static final TypeReference<List<Gap>> GAPS = new TypeReference<>() {
    };
    private static final TypeReference<Map<String, String>> TAGS = new TypeReference<>() {
    };

    private SubjectDocuments() {}

    static Document write(Subject subject, long revision) {
        Document document = new Document("_id", subject.ref().id()).append("revision", revision)
                .append("incarnation", subject.incarnation());
        ref(document, subject.ref());
        known(document, subject.known());
        assignment(document, subject.assignment());
        judgedBy(document, subject.judgedBy());
        document.append("outcomes", JSON.writeValueAsString(subject.outcomes()));
        document.append("gaps", JSON.writeValueAsString(subject.gaps()));
        document.append("gapIds", subject.gaps().stream().map(Gap::id).toList());
        document.append("pending", subject.pending().stream().map(SubjectDocuments::pending).toList());
        if (subject.pendingSince() != null) {
            document.append("pendingSince", Date.from(subject.pendingSince()));
            document.append("lastPending", subject.pending().getLast().id());
        }
        if (subject.reassessAt() != null) {
            document.append("reassessAt", Date.from(subject.reassessAt()));
        }
        return document;
    }

    private static void ref(Document document, SubjectRef ref) {
        document.append("kind", ref.kind().word()).append("provider", ref.provider())
                .append("partition", ref.partition()).append("account", ref.account()).append("region", ref.region())
                .append("type", ref.type()).append("nativeId", ref.nativeId()).append("name", ref.name());
    }

    private static void known(Document document, KnownState known) {
        document.append("capturedAt", known.position().capturedAt().toString())
                .append("stateId", known.position().stateId()).append("receivedAt", known.receivedAt().toString())
                .append("source", known.source()).append("deleted", known.deleted())
                .append("createdAt", known.createdAt() == null ? null : known.createdAt().toString())
                .append("tags", JSON.writeValueAsString(known.tags()))
                .append("state", known.state() == null ? null : JSON.writeValueAsString(known.state()))
                .append("stateMissing", known.stateMissing());
        if (known.deleted()) {
            document.append("deletedAt", Date.from(known.receivedAt()));
        }
    }

    private static void assignment(Document document, Assignment assignment) {
        document.append("claims", assignment.claims()).append("workload", assignment.workload())
                .append("ownerTeam", assignment.ownerTeam()).append("environment", assignment.environment());
    }

    private static void judgedBy(Document document, JudgedBy judgedBy) {
        document.append("serviceModel", judgedBy.serviceModel()).append("modelVersion", judgedBy.modelVersion())
                .append("catalogRevision", judgedBy.catalogRevision())
                .append("contextRevision", judgedBy.contextRevision())
                .append("related", new Document(new HashMap<String, Object>(judgedBy.related())));
    }

    private static Document pending(PendingEvent event) {
        return new Document("id", event.id()).append("time", event.time().toString())
                .append("type", EventType.of(event.event()).type())
                .append("data", JSON.writeValueAsString(event.event()));
    }

    static Subject read(Document document) {
        return new Subject(ref(document), document.getLong("revision"), document.getInteger("incarnation"),
                known(document), assignment(document), judgedBy(document),
                JSON.readValue(document.getString("outcomes"), OUTCOMES),
                JSON.readValue(document.getString("gaps"), GAPS),
                document.getList("pending", Document.class).stream().map(SubjectDocuments::pending).toList(),
                instant(document.getDate("pendingSince")), instant(document.getDate("reassessAt")));
    }

    static SubjectLine line(Document document) {
        return new SubjectLine(ref(document), JSON.readValue(document.getString("tags"), TAGS), assignment(document));
    }

    private static SubjectRef ref(Document document) {
        return new SubjectRef(document.getString("_id"), SubjectKind.of(document.getString("kind")),
                document.getString("provider"), document.getString("partition"), document.getString("account"),
                document.getString("region"), document.getString("type"), document.getString("nativeId"),
                document.getString("name"));
    }

    private static KnownState known(Document document) {
        String state = document.getString("state");
        String createdAt = document.getString("createdAt");
        return new KnownState(
                new Position(Instant.parse(document.getString("capturedAt")), document.getLong("stateId")),
                Instant.parse(document.getString("receivedAt")), document.getString("source"),
                document.getBoolean("deleted"), createdAt == null ? null : Instant.parse(createdAt),
                JSON.readValue(document.getString("tags"), TAGS),
                state == null ? null : JSON.readValue(state, SubjectState.class), document.getString("stateMissing"));
    }

    private static Assignment assignment(Document document) {
        return new Assignment(document.getList("claims", String.class), document.getString("workload"),
                document.getString("ownerTeam"), document.getString("environment"));
    }

    private static JudgedBy judgedBy(Document document) {
        Map<String, Long> related = new HashMap<>();
        document.get("related", new Document())
                .forEach((id, revision) -> related.put(id, ((Number) revision).longValue()));
        return new JudgedBy(document.getString("serviceModel"), document.getInteger("modelVersion"),
                document.getLong("catalogRevision"), document.getLong("contextRevision"), related);
    }

    private static PendingEvent pending(Document document) {
        EventType type = EventType.named(document.getString("type")).orElseThrow(
                () -> new IllegalStateException("unknown pending event type " + document.getString("type")));
        Event event = JSON.readValue(document.getString("data"), type.record());
        return new PendingEvent(document.getString("id"), Instant.parse(document.getString("time")), event);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
