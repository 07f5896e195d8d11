package dev.demarc.notification.mongo;

import dev.demarc.contracts.catalog.Severity;
import dev.demarc.notification.model.BaselineKey;
import dev.demarc.notification.model.BaselineSummary;
import dev.demarc.notification.model.BaselineSummary.Outbox;
import dev.demarc.notification.model.SummaryContent;
import dev.demarc.notification.model.WorstGap;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A baseline summary as a document; {@code actAt} is when something is to be done with it. */
final class SummaryMapping {

    static final String ACT_AT = "actAt";
    static final String CHANGED_AT = "changedAt";

    private SummaryMapping() {}

    static Document write(BaselineSummary summary, Instant now) {
        Document document = new Document("_id", summary.key().id());
        Documents.put(document, "team", summary.key().team());
        Documents.put(document, "account", summary.key().account());
        document.append("content", content(summary.content()));
        Document offsets = new Document();
        summary.offsets().forEach((partition, offset) -> offsets.append(Integer.toString(partition), offset));
        document.append("offsets", offsets);
        Documents.put(document, "firstAt", summary.firstAt());
        Documents.put(document, "dueAt", summary.dueAt());
        Outbox outbox = summary.outbox();
        Documents.put(document, ACT_AT, outbox == null ? summary.dueAt() : outbox.at());
        document.append("number", summary.number());
        if (outbox != null) {
            Document held = new Document("content", content(outbox.content()));
            Documents.put(held, "at", outbox.at());
            document.append("outbox", held);
        }
        Documents.put(document, CHANGED_AT, now);
        return document.append("revision", summary.revision());
    }

    static BaselineSummary read(Document document) {
        Map<Integer, Long> offsets = new HashMap<>();
        Documents.document(document, "offsets")
                .forEach((partition, offset) -> offsets.put(Integer.valueOf(partition), ((Number) offset).longValue()));
        return new BaselineSummary(
                new BaselineKey(Documents.textOrNull(document, "team"), Documents.text(document, "account")),
                content(Documents.document(document, "content")), offsets,
                Documents.instantOrNull(document, "firstAt"), Documents.instantOrNull(document, "dueAt"),
                (int) Documents.number(document, "number"), outbox(document), Documents.number(document, "revision"));
    }

    private static @Nullable Outbox outbox(Document document) {
        Document held = Documents.document(document, "outbox");
        return held.isEmpty()
                ? null
                : new Outbox(content(Documents.document(held, "content")), Documents.instant(held, "at"));
    }

    private static Document content(SummaryContent content) {
        Document open = new Document();
        content.open().forEach((severity, count) -> open.append(severity.word(), count));
        return new Document("open", open).append("worst", content.worst().stream().map(SummaryMapping::gap).toList());
    }

    private static SummaryContent content(Document document) {
        Map<Severity, Long> open = new EnumMap<>(Severity.class);
        Documents.document(document, "open")
                .forEach((severity, count) -> open.put(Severity.of(severity), ((Number) count).longValue()));
        return new SummaryContent(open,
                Documents.documents(document, "worst").stream().map(SummaryMapping::gap).toList());
    }

    private static Document gap(WorstGap gap) {
        Document document = new Document("id", gap.id()).append("severity", gap.severity().word())
                .append("title", gap.title()).append("control", gap.control());
        Documents.put(document, "check", gap.check());
        document.append("subjectType", gap.subjectType()).append("subjectNativeId", gap.subjectNativeId());
        Documents.put(document, "workload", gap.workload());
        Documents.put(document, "dueAt", gap.dueAt());
        return document;
    }

    private static WorstGap gap(Document document) {
        return new WorstGap(Documents.text(document, "id"), Severity.of(Documents.text(document, "severity")),
                Documents.text(document, "title"), Documents.text(document, "control"),
                Documents.textOrNull(document, "check"), Documents.text(document, "subjectType"),
                Documents.text(document, "subjectNativeId"), Documents.textOrNull(document, "workload"),
                Documents.instant(document, "dueAt"));
    }
}
