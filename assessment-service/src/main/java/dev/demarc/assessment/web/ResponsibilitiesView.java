package dev.demarc.assessment.web;

import dev.demarc.assessment.application.CompiledModel;
import dev.demarc.assessment.application.Engine.JudgedCell;
import dev.demarc.assessment.application.ShowResponsibilities;
import dev.demarc.assessment.application.ShowResponsibilities.Line;
import dev.demarc.assessment.application.ShowResponsibilities.Shown;
import dev.demarc.contracts.catalog.Category;
import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.Ownership;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.gap.CustomerOutcome;
import dev.demarc.contracts.gap.GapReason;
import dev.demarc.contracts.gap.ObservedValue;
import dev.demarc.contracts.gap.ProviderOutcome;
import dev.demarc.contracts.subject.SubjectRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who owns what on a subject, as {@code Responsibilities} in openapi.yaml. */
public record ResponsibilitiesView(SubjectRef resource, ResourceItem.@Nullable ModelRef serviceModel,
        List<Entry> responsibilities) {

    /** One control; a part that nobody has is absent. */
    public record Entry(String control, String title, String domain, Ownership ownership, Category category,
            @Nullable String variant, ShowResponsibilities.@Nullable From from, @Nullable ProviderPart provider,
            @Nullable CustomerPart customer) {}

    /** The provider's part. */
    public record ProviderPart(ProviderOutcome state, @Nullable String provided) {}

    /** The customer's part. */
    public record CustomerPart(CustomerOutcome outcome, @Nullable GapReason reason, @Nullable String responsibility,
            List<JudgedCheck> checks) {}

    /** A check; {@code gap} is the id of its gap that is not resolved. */
    public record JudgedCheck(String id, String title, CustomerOutcome outcome, @Nullable GapReason reason,
            @Nullable String gap, Severity severity, List<String> paths, List<ObservedValue> observed, String expected,
            String remediation, Map<String, List<String>> frameworks) {}

    /** As it was found. */
    public static ResponsibilitiesView of(ShowResponsibilities.Answer answer) {
        var model = answer.model();
        return new ResponsibilitiesView(answer.subject().ref(),
                model == null ? null : new ResourceItem.ModelRef(model.key(), model.version()),
                answer.lines().stream().map(ResponsibilitiesView::entry).toList());
    }

    private static Entry entry(Line line) {
        JudgedCell cell = line.cell();
        CompiledModel.Part part = cell.part();
        ProviderOutcome provider = cell.outcome().provider();
        CustomerOutcome customer = line.customer();
        return new Entry(cell.cell().control().id(), cell.cell().control().title(), cell.cell().control().domain(),
                part.ownership(), part.ownership().category(), cell.variant(), line.from(),
                provider == null ? null : new ProviderPart(provider, part.provided()),
                customer == null
                        ? null
                        : new CustomerPart(customer, line.reason(), part.responsibility(),
                                line.checks().stream().map(ResponsibilitiesView::check).toList()));
    }

    private static JudgedCheck check(Shown shown) {
        Check check = shown.check().check();
        return new JudgedCheck(check.id(), check.title(), shown.check().outcome().outcome(),
                shown.check().outcome().reason(), shown.gap(), check.severity(), check.paths(),
                shown.check().observed(), check.expected(), check.remediation(), check.frameworks());
    }
}
