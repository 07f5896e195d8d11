package dev.demarc.assessment.web;

import dev.demarc.assessment.model.Gap;
import dev.demarc.assessment.model.KnownState;
import dev.demarc.assessment.model.Subject;
import dev.demarc.contracts.subject.SubjectRef;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A resource, or an account, as {@code Resource} in openapi.yaml; {@code gaps} counts those that are not resolved. */
public record ResourceItem(
        SubjectRef subject,
        int incarnation,
        boolean deleted,
        boolean configured,
        @Nullable String stateMissing,
        Map<String, String> tags,
        @Nullable Instant createdAt,
        Instant capturedAt,
        Instant receivedAt,
        String source,
        @Nullable String workload,
        @Nullable String environment,
        @Nullable String ownerTeam,
        @Nullable ModelRef serviceModel,
        long gaps) {

    /** A version of a service model. */
    public record ModelRef(String key, int version) {}

    /** As it is known. */
    public static ResourceItem of(Subject subject) {
        KnownState known = subject.known();
        String model = subject.judgedBy().serviceModel();
        return new ResourceItem(subject.ref(), subject.incarnation(), known.deleted(), known.state() != null,
                known.stateMissing(), known.tags(), known.createdAt(), known.position().capturedAt(),
                known.receivedAt(), known.source(), subject.assignment().workload(),
                subject.assignment().environment(), subject.assignment().ownerTeam(),
                model == null ? null : new ModelRef(model, subject.judgedBy().modelVersion()),
                subject.gaps().stream().filter(Gap::isThere).count());
    }
}
