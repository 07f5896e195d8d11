package dev.demarc.notification.mongo;

import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.notification.model.Endpoint;
import dev.demarc.notification.model.EndpointFilter;
import dev.demarc.notification.model.EndpointState;
import dev.demarc.notification.model.SealedSecret;
import dev.demarc.notification.model.SigningSecrets;
import dev.demarc.notification.model.Target;
import dev.demarc.notification.model.TransitionKind;
import dev.demarc.notification.model.Webhook;
import java.net.URI;
import org.bson.Document;

/** An endpoint as a document. */
final class EndpointMapping {

    private EndpointMapping() {}

    static Document write(Endpoint endpoint) {
        Document document = new Document("_id", endpoint.id());
        Documents.put(document, "name", endpoint.name());
        Documents.put(document, "team", endpoint.team());
        document.append("target", target(endpoint.target()))
                .append("filter", filter(endpoint.filter()));
        document.append("enabled", endpoint.enabled());
        if (endpoint.state() instanceof EndpointState.Disabled disabled) {
            Documents.put(document, "disabledReason", disabled.reason());
            Documents.put(document, "disabledSince", disabled.since());
        }
        document.append("secrets", endpoint.secrets().secrets().stream().map(EndpointMapping::secret).toList());
        Documents.put(document, "failingSince", endpoint.failingSince());
        Documents.put(document, "createdBy", endpoint.createdBy());
        Documents.put(document, "createdAt", endpoint.createdAt());
        Documents.put(document, "updatedAt", endpoint.updatedAt());
        return document.append("revision", endpoint.revision());
    }

    static Endpoint read(Document document) {
        return new Endpoint(Documents.text(document, "_id"), Documents.text(document, "name"),
                Documents.textOrNull(document, "team"), target(Documents.document(document, "target")),
                filter(Documents.document(document, "filter")),
                document.getBoolean("enabled", false)
                        ? new EndpointState.Enabled()
                        : new EndpointState.Disabled(Documents.text(document, "disabledReason"),
                                Documents.instant(document, "disabledSince")),
                new SigningSecrets(Documents.documents(document, "secrets").stream().map(EndpointMapping::secret)
                        .toList()),
                Documents.instantOrNull(document, "failingSince"), Documents.text(document, "createdBy"),
                Documents.instant(document, "createdAt"), Documents.instant(document, "updatedAt"),
                Documents.number(document, "revision"));
    }

    private static Document target(Target target) {
        return switch (target) {
            case Webhook webhook -> new Document("kind", webhook.kind()).append("url", webhook.url().toString());
        };
    }

    private static Target target(Document document) {
        String kind = Documents.text(document, "kind");
        if (!kind.equals(Webhook.KIND)) {
            throw new IllegalStateException("an endpoint of kind '" + kind + "' was written by a newer version");
        }
        return new Webhook(URI.create(Documents.text(document, "url")));
    }

    private static Document filter(EndpointFilter filter) {
        return new Document("minimumSeverity", filter.minimumSeverity().word())
                .append("transitions", filter.transitions().stream().map(TransitionKind::word).toList())
                .append("workloads", filter.workloads())
                .append("environments", filter.environments())
                .append("reasons", filter.reasons().stream().map(GapReason::word).toList());
    }

    private static EndpointFilter filter(Document document) {
        return new EndpointFilter(Severity.of(Documents.text(document, "minimumSeverity")),
                Documents.texts(document, "transitions").stream().map(TransitionKind::of).toList(),
                Documents.texts(document, "workloads"), Documents.texts(document, "environments"),
                Documents.texts(document, "reasons").stream().map(GapReason::of).toList());
    }

    private static Document secret(SealedSecret secret) {
        Document document = new Document("ciphertext", secret.ciphertext());
        Documents.put(document, "createdAt", secret.createdAt());
        Documents.put(document, "validUntil", secret.validUntil());
        return document;
    }

    private static SealedSecret secret(Document document) {
        return new SealedSecret(Documents.text(document, "ciphertext"), Documents.instant(document, "createdAt"),
                Documents.instantOrNull(document, "validUntil"));
    }
}
