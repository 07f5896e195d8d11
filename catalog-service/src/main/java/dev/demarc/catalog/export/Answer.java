package dev.demarc.catalog.export;

import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Observability;
import dev.demarc.contracts.catalog.Ownership;
import dev.demarc.contracts.catalog.Relationship;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.catalog.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one service model says about one control, for all its resources or for those of a variant.
 *
 * @param control as it was when the version was published
 * @param variant the variant's name; null for what holds where no variant applies
 * @param reason why it can't be seen in a configuration; null where that is not said
 */
public record Answer(
        PublishedVersion version,
        Control control,
        @Nullable String variant,
        Ownership ownership,
        @Nullable String provided,
        @Nullable String responsibility,
        Observability observability,
        Severity severity,
        List<Check> checks,
        @Nullable String rationale,
        @Nullable Relationship relationship,
        @Nullable String reason) {

    /** All answers of a version: its cells by the controls' domain and id, each followed by its variants. */
    public static List<Answer> all(PublishedVersion version) {
        ServiceModel model = version.model();
        Map<String, Control> controls = model.controls().stream()
                .collect(Collectors.toMap(Control::id, Function.identity(), (first, _) -> first));
        List<Answer> answers = new ArrayList<>();
        for (Responsibility cell : model.responsibilities()) {
            Control control = Objects.requireNonNull(controls.get(cell.control()), cell.control());
            answers.add(new Answer(version, control, null, cell.ownership(), cell.provided(), cell.responsibility(),
                    cell.observability(), cell.severity(), cell.checks(), cell.rationale(), null, null));
            for (Variant it : cell.variants()) {
                answers.add(new Answer(version, control, it.name(), it.ownership(), it.provided(),
                        it.responsibility(), it.observability(), it.severity(), it.checks(), it.rationale(), null,
                        null));
            }
        }
        answers.sort((a, b) -> {
            int domains = a.control.domain().compareTo(b.control.domain());
            return domains == 0 ? a.control.id().compareTo(b.control.id()) : domains;
        });
        return List.copyOf(answers);
    }

    /** The same as an answer to a requirement. */
    Answer related(@Nullable Relationship how, @Nullable String why) {
        return new Answer(version, control, variant, ownership, provided, responsibility, observability, severity,
                checks, rationale, how, why);
    }

    /** The requirements of a framework to which its control is mapped. */
    public List<String> requirements(String framework) {
        return control.mappings().stream().filter(mapping -> mapping.framework().equals(framework))
                .map(mapping -> mapping.requirement()).distinct().toList();
    }

    /** The ids of its checks that say they are about a requirement. */
    public List<String> checks(String framework, String requirement) {
        return checks.stream()
                .filter(check -> check.frameworks().getOrDefault(framework, List.of()).contains(requirement))
                .map(Check::id).toList();
    }
}
