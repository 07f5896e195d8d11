package dev.demarc.catalog.authoring;

import dev.demarc.catalog.files.CaseFile;
import dev.demarc.catalog.files.CaseFile.Case;
import dev.demarc.catalog.files.CaseFile.VariantCase;
import dev.demarc.catalog.model.Finding;
import dev.demarc.catalog.model.PlacedCheck;
import dev.demarc.contracts.Words;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.catalog.Variant;
import dev.demarc.contracts.gap.CustomerOutcome;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the cases of a model prove each of its checks and variants, and nothing that it does not have. */
final class CaseRules {

    static final Set<CustomerOutcome> NEEDED = EnumSet.of(CustomerOutcome.SATISFIED, CustomerOutcome.NOT_SATISFIED,
            CustomerOutcome.UNKNOWN);

    private CaseRules() {}

    /** What is not proven, as findings in the model. */
    static List<Finding> missing(ServiceModel model, CaseFile cases) {
        List<Finding> findings = new ArrayList<>();
        for (PlacedCheck placed : PlacedCheck.all(model)) {
            Set<CustomerOutcome> missing = EnumSet.copyOf(NEEDED);
            cases.cases().stream().filter(it -> it.check().equals(placed.check().id())).map(Case::expect)
                    .forEach(missing::remove);
            if (!missing.isEmpty()) {
                findings.add(new Finding(placed.pointer() + "/id", "the check '" + placed.check().id()
                        + "' has no case that is "
                        + missing.stream().map(Words::of).collect(Collectors.joining(", or "))));
            }
        }
        return findings;
    }

    /** Variants that no case chooses, in their own cell or in another that has the same predicate. */
    static List<Finding> unchosen(ServiceModel model, CaseFile cases) {
        Set<String> chosen = new HashSet<>();
        for (Responsibility cell : model.responsibilities()) {
            cell.variants().stream()
                    .filter(variant -> cases.variants().stream()
                            .anyMatch(it -> it.control().equals(cell.control()) && it.expect().equals(variant.name())))
                    .map(Variant::when).forEach(chosen::add);
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < model.responsibilities().size(); i++) {
            List<Variant> variants = model.responsibilities().get(i).variants();
            for (int j = 0; j < variants.size(); j++) {
                if (chosen.add(variants.get(j).when())) {
                    findings.add(new Finding("/responsibilities/" + i + "/variants/" + j + "/name",
                            "the variant '" + variants.get(j).name() + "' has no case that chooses it"));
                }
            }
        }
        return findings;
    }

    /** What leads nowhere, as findings in the cases. */
    static List<Finding> dangling(ServiceModel model, CaseFile cases) {
        Set<String> checks = PlacedCheck.all(model).stream().map(placed -> placed.check().id())
                .collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < cases.cases().size(); i++) {
            String check = cases.cases().get(i).check();
            if (!checks.contains(check)) {
                findings.add(new Finding("/cases/" + i + "/check", model.key() + " has no check '" + check + "'"));
            }
        }
        for (int i = 0; i < cases.variants().size(); i++) {
            VariantCase it = cases.variants().get(i);
            Optional<Responsibility> cell = model.responsibilities().stream()
                    .filter(one -> one.control().equals(it.control())).findFirst();
            if (cell.isEmpty()) {
                findings.add(new Finding("/variants/" + i + "/control",
                        model.key() + " has no cell of '" + it.control() + "'"));
            } else if (!Set.of("none", "unknown").contains(it.expect())
                    && cell.get().variants().stream().noneMatch(variant -> variant.name().equals(it.expect()))) {
                findings.add(new Finding("/variants/" + i + "/expect", "'" + it.control() + "' has no variant '"
                        + it.expect() + "'; expected one of its variants, none or unknown"));
            }
        }
        return findings;
    }
}
