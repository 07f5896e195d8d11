package dev.demarc.catalog.model;

import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.Observability;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.catalog.UncheckedRequirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Whether what a model says of requirements without a check is true of its cells. */
final class UncheckedRules {

    private UncheckedRules() {}

    static List<Finding> findings(ServiceModel model) {
        Map<String, Observability> cells = new HashMap<>();
        model.responsibilities().forEach(cell -> cells.putIfAbsent(cell.control(), cell.observability()));
        Map<Requirement, String> checked = checked(model);
        Set<Requirement> seen = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < model.unchecked().size(); i++) {
            UncheckedRequirement it = model.unchecked().get(i);
            String pointer = "/unchecked/" + i;
            Requirement requirement = new Requirement(it.framework(), it.requirement());
            if (!seen.add(requirement)) {
                findings.add(new Finding(pointer + "/requirement", requirement + " is there already"));
            }
            if (checked.containsKey(requirement)) {
                findings.add(new Finding(pointer + "/requirement",
                        requirement + " is checked, by '" + checked.get(requirement) + "'"));
            }
            if (!cells.containsKey(it.control())) {
                findings.add(new Finding(pointer + "/control", "the model has no cell of '" + it.control() + "'"));
            } else if (cells.get(it.control()) != Observability.ATTESTATION) {
                findings.add(new Finding(pointer + "/control", "the cell of '" + it.control() + "' is "
                        + Objects.requireNonNull(cells.get(it.control())).word()
                        + "; only an attestation can stand in for a check"));
            }
        }
        return findings;
    }

    private static Map<Requirement, String> checked(ServiceModel model) {
        Map<Requirement, String> checked = new HashMap<>();
        for (Responsibility cell : model.responsibilities()) {
            cell.checks().forEach(check -> add(check, checked));
            cell.variants().forEach(variant -> variant.checks().forEach(check -> add(check, checked)));
        }
        return checked;
    }

    private static void add(Check check, Map<Requirement, String> checked) {
        check.frameworks().forEach((framework, ids) -> ids
                .forEach(id -> checked.putIfAbsent(new Requirement(framework, id), check.id())));
    }

    private record Requirement(
            String framework,
            String id) {

        @Override
        public String toString() {
            return framework + " " + id;
        }
    }
}
