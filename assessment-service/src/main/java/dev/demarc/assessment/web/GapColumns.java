package dev.demarc.assessment.web;

import dev.demarc.assessment.model.GapView;
import dev.demarc.contracts.gap.GapDescription;
import dev.demarc.contracts.gap.GapStatus;
import dev.demarc.contracts.subject.SubjectRef;
import dev.demarc.platform.files.Csv;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A gap as a line of a table; moments are in UTC, ISO 8601, and what is absent is empty. */
final class GapColumns {

    /** From left to right. */
    static final List<Csv.Column<GapView>> ALL = List.of(column("Gap", GapView::id),
            status("State", status -> status.state().word()),
            status("Severity", status -> status.severity().word()),
            status("Reason", status -> status.reason().word()),
            description("Control", GapDescription::control),
            description("Control Title", GapDescription::controlTitle),
            description("Check", GapDescription::check),
            description("Title", GapDescription::title),
            subject("Provider", SubjectRef::provider),
            subject("Account", SubjectRef::account),
            subject("Region", SubjectRef::region),
            subject("Resource Type", SubjectRef::type),
            subject("Native ID", SubjectRef::nativeId),
            subject("Name", SubjectRef::name),
            status("Workload", GapStatus::workload),
            status("Environment", GapStatus::environment),
            status("Owner Team", GapStatus::ownerTeam),
            description("Service Model", GapDescription::serviceModel),
            description("Model Version", gap -> gap.modelVersion() == 0 ? null : gap.modelVersion()),
            status("Opened", GapStatus::openedAt),
            status("Due", GapStatus::dueAt),
            status("Acknowledged By", GapStatus::acknowledgedBy),
            status("Acknowledged At", GapStatus::acknowledgedAt),
            status("Note", GapStatus::note),
            column("Resolved", GapView::resolvedAt),
            column("Cause", gap -> gap.cause() == null ? null : gap.cause().word()),
            status("Stale", GapStatus::stale));

    private GapColumns() {}

    private static Csv.Column<GapView> column(String title, Function<GapView, @Nullable Object> value) {
        return new Csv.Column<>(title, gap -> {
            Object found = value.apply(gap);
            return found == null ? "" : found.toString();
        });
    }

    private static Csv.Column<GapView> status(String title, Function<GapStatus, @Nullable Object> value) {
        return column(title, gap -> value.apply(gap.status()));
    }

    private static Csv.Column<GapView> description(String title, Function<GapDescription, @Nullable Object> value) {
        return column(title, gap -> value.apply(gap.description()));
    }

    private static Csv.Column<GapView> subject(String title, Function<SubjectRef, @Nullable Object> value) {
        return column(title, gap -> value.apply(gap.description().subject()));
    }
}
