package dev.demarc.assessment.application;

import dev.demarc.assessment.model.Subject;
import dev.demarc.assessment.model.SubjectIds;
import dev.demarc.assessment.model.Verdict;
import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Ownership;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.gap.CustomerOutcome;
import dev.demarc.contracts.gap.GapDescription;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.gap.ObservedValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words what is found on a subject: for checks from the service model, for what needs no check from here. */
final class Findings {

    /** The control of gaps that say that something is not known well enough to be judged. */
    private static final String CONTROL = "asset-identification";
    private static final String CONTROL_TITLE = "Asset identification";

    private final Subject subject;
    private final @Nullable ServiceModel model;

    Findings(Subject subject, @Nullable ServiceModel model) {
        this.subject = subject;
        this.model = model;
    }

    GapDescription check(Control control, Ownership ownership, Check check) {
        return new GapDescription(SubjectIds.gap(subject.ref().id(), subject.incarnation(), control.id(), check.id()),
                subject.ref(), subject.incarnation(), control.id(), control.title(), ownership, check.id(),
                check.title(), check.expected(), check.remediation(), key(), version(), check.frameworks());
    }

    Verdict serviceNotModelled(String type) {
        return itself(GapReason.SERVICE_NOT_MODELLED, type, Severity.MEDIUM, "No service model covers " + type,
                "A service model in force names " + type + " among its resource types.",
                "Publish a service model that covers " + type
                        + ", or stop recording the type where nobody needs it.",
                List.of(new ObservedValue("resource.type", type, true)));
    }

    Verdict workloadUnowned() {
        return itself(GapReason.WORKLOAD_UNOWNED, null, Severity.MEDIUM,
                "Resources of the account belong to no workload",
                "Each resource of the account is selected by a workload.",
                "Add or widen a workload's selector; GET /api/resources?account=" + subject.ref().account()
                        + "&workload=none lists the resources.",
                List.of());
    }

    Verdict workloadContested(List<String> claims) {
        return itself(GapReason.WORKLOAD_CONTESTED, null, Severity.MEDIUM, "More than one workload claims the resource",
                "Exactly one workload selects the resource.",
                "Narrow the selectors of all workloads but one.",
                List.of(new ObservedValue("workloads", claims, true)));
    }

    Verdict configurationMissing() {
        String why = subject.known().stateMissing();
        return itself(GapReason.CONFIGURATION_MISSING, null, Severity.MEDIUM,
                "The configuration of the resource is not known",
                "The last change of the resource was received with its configuration.",
                "Send the full configuration item" + (why == null ? "." : ": " + why + "."),
                List.of(new ObservedValue("resource.configuration", null, false)));
    }

    private Verdict itself(GapReason reason, @Nullable String detail, Severity severity, String title, String expected,
            String remediation, List<ObservedValue> observed) {
        String discriminator = reason.word() + (detail == null ? "" : '/' + detail);
        GapDescription description = new GapDescription(
                SubjectIds.gap(subject.ref().id(), subject.incarnation(), CONTROL, discriminator), subject.ref(),
                subject.incarnation(), CONTROL, CONTROL_TITLE, Ownership.CSC_OWNED, null, title, expected, remediation,
                key(), version(), Map.of());
        return new Verdict(description, CustomerOutcome.UNKNOWN, reason, severity, observed);
    }

    private @Nullable String key() {
        return model == null ? null : model.key();
    }

    private int version() {
        return model == null ? 0 : model.version();
    }
}
