package dev.demarc.assessment.web;

import dev.demarc.assessment.model.GapView;
import dev.demarc.contracts.catalog.Category;
import dev.demarc.contracts.catalog.Ownership;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.gap.GapDescription;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.gap.GapState;
import dev.demarc.contracts.gap.GapStatus;
import dev.demarc.contracts.gap.ResolutionCause;
import dev.demarc.contracts.subject.SubjectRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A gap in lists and answers, as {@code Gap} in openapi.yaml. */
public record GapItem(
        String id,
        long sequence,
        GapState state,
        GapReason reason,
        Severity severity,
        String control,
        String controlTitle,
        Ownership ownership,
        Category category,
        @Nullable String check,
        String title,
        SubjectRef subject,
        @Nullable String workload,
        @Nullable String environment,
        @Nullable String ownerTeam,
        @Nullable String serviceModel,
        int modelVersion,
        Instant openedAt,
        Instant dueAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        @Nullable String note,
        boolean stale,
        @Nullable Instant resolvedAt,
        @Nullable ResolutionCause cause) {

    /** As it stands. */
    public static GapItem of(GapView gap) {
        GapDescription description = gap.description();
        GapStatus status = gap.status();
        return new GapItem(gap.id(), gap.sequence(), status.state(), status.reason(), status.severity(),
                description.control(), description.controlTitle(), description.ownership(),
                description.ownership().category(), description.check(), description.title(), description.subject(),
                status.workload(), status.environment(), status.ownerTeam(), description.serviceModel(),
                description.modelVersion(), status.openedAt(), status.dueAt(), status.acknowledgedBy(),
                status.acknowledgedAt(), status.note(), status.stale(), gap.resolvedAt(), gap.cause());
    }
}
