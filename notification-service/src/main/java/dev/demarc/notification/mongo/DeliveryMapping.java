package dev.demarc.notification.mongo;

import dev.demarc.contracts.catalog.Severity;
import dev.demarc.notification.application.DeliveryQuery;
import dev.demarc.notification.model.Attempt;
import dev.demarc.notification.model.Delivery;
import dev.demarc.notification.model.DeliveryState;
import dev.demarc.notification.model.DeliveryState.Cancelled;
import dev.demarc.notification.model.DeliveryState.Claim;
import dev.demarc.notification.model.DeliveryState.Delivered;
import dev.demarc.notification.model.DeliveryState.Failed;
import dev.demarc.notification.model.DeliveryState.Waiting;
import dev.demarc.notification.model.MessageType;
import java.time.Duration;
import org.bson.Document;

/** A delivery as a document; {@code place} is its place in lists. */
final class DeliveryMapping {

    static final String WAITING = "waiting";

    private DeliveryMapping() {}

    static Document write(Delivery delivery) {
        Document document = new Document("_id", delivery.id())
                .append("place", DeliveryQuery.place(delivery))
                .append("endpoint", delivery.endpoint());
        Documents.put(document, "team", delivery.team());
        document.append("type", delivery.type().word());
        Documents.put(document, "gap", delivery.gap());
        document.append("lane", delivery.lane()).append("sequence", delivery.sequence());
        Documents.put(document, "severity", delivery.severity() == null ? null : delivery.severity().word());
        document.append("body", delivery.body());
        Documents.put(document, "createdAt", delivery.createdAt());
        document.append("state", delivery.state().word());
        state(document, delivery.state());
        return document.append("tries", delivery.tries())
                .append("attempts", delivery.attempts().stream().map(DeliveryMapping::attempt).toList())
                .append("revision", delivery.revision());
    }

    static Delivery read(Document document) {
        String severity = Documents.textOrNull(document, "severity");
        return new Delivery(Documents.text(document, "_id"), Documents.text(document, "endpoint"),
                Documents.textOrNull(document, "team"), MessageType.of(Documents.text(document, "type")),
                Documents.textOrNull(document, "gap"), Documents.text(document, "lane"),
                Documents.number(document, "sequence"), severity == null ? null : Severity.of(severity),
                Documents.text(document, "body"), Documents.instant(document, "createdAt"), state(document),
                (int) Documents.number(document, "tries"),
                Documents.documents(document, "attempts").stream().map(DeliveryMapping::attempt).toList(),
                Documents.number(document, "revision"));
    }

    private static void state(Document document, DeliveryState state) {
        switch (state) {
            case Waiting(var dueAt, var claim) -> {
                Documents.put(document, "dueAt", dueAt);
                if (claim != null) {
                    Document held = new Document("worker", claim.worker());
                    Documents.put(held, "at", claim.at());
                    document.append("claim", held);
                }
            }
            case Delivered(var at) -> Documents.put(document, "finishedAt", at);
            case Failed(var at, var reason) -> {
                Documents.put(document, "finishedAt", at);
                Documents.put(document, "reason", reason);
            }
            case Cancelled(var at, var reason) -> {
                Documents.put(document, "finishedAt", at);
                Documents.put(document, "reason", reason);
            }
        }
    }

    private static DeliveryState state(Document document) {
        String state = Documents.text(document, "state");
        return switch (state) {
            case WAITING -> {
                Document claim = Documents.document(document, "claim");
                yield new Waiting(Documents.instant(document, "dueAt"), claim.isEmpty()
                        ? null
                        : new Claim(Documents.text(claim, "worker"), Documents.instant(claim, "at")));
            }
            case "delivered" -> new Delivered(Documents.instant(document, "finishedAt"));
            case "failed" -> new Failed(Documents.instant(document, "finishedAt"), Documents.text(document, "reason"));
            case "cancelled" ->
                new Cancelled(Documents.instant(document, "finishedAt"), Documents.text(document, "reason"));
            default -> throw new IllegalStateException(
                    "delivery " + document.get("_id") + " has the unknown state '" + state + "'");
        };
    }

    private static Document attempt(Attempt attempt) {
        Document document = new Document("number", attempt.number());
        Documents.put(document, "at", attempt.at());
        document.append("tookMillis", attempt.took().toMillis());
        Documents.put(document, "status", attempt.status());
        Documents.put(document, "error", attempt.error());
        Documents.put(document, "response", attempt.response());
        return document;
    }

    private static Attempt attempt(Document document) {
        return new Attempt((int) Documents.number(document, "number"), Documents.instant(document, "at"),
                Duration.ofMillis(Documents.number(document, "tookMillis")), document.getInteger("status"),
                Documents.textOrNull(document, "error"), Documents.textOrNull(document, "response"));
    }
}
