package dev.demarc.catalog.authoring;

import dev.demarc.catalog.model.CatalogProblem;
import dev.demarc.catalog.model.Finding;
import dev.demarc.catalog.model.Frameworks;
import dev.demarc.catalog.model.PlacedCheck;
import dev.demarc.catalog.model.Requirement;
import dev.demarc.catalog.model.SourceFile;
import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.catalog.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether checks are as severe as the requirements that they name, where the framework has severities, and as each other. */
final class SeverityRules {

    private final Frameworks frameworks;
    private final Map<String, Check> first = new HashMap<>();

    SeverityRules(Frameworks frameworks) {
        this.frameworks = frameworks;
    }

    /** Findings in this model, given those that were looked at before it. */
    List<CatalogProblem> problems(SourceFile<ServiceModel> file) {
        List<CatalogProblem> problems = new ArrayList<>();
        for (PlacedCheck placed : PlacedCheck.all(file.content())) {
            placed.check().frameworks().forEach((framework, ids) -> {
                for (int i = 0; i < ids.size(); i++) {
                    finding(placed, framework, ids.get(i), i == 0).map(file::problem).ifPresent(problems::add);
                }
            });
        }
        return problems;
    }

    private Optional<Finding> finding(PlacedCheck placed, String framework, String id, boolean leading) {
        Check check = placed.check();
        Severity severity = frameworks.requirement(framework, id).map(Requirement::severity).orElse(null);
        if (severity == null) {
            return Optional.empty();
        }
        Check other = first.putIfAbsent(framework + " " + id, check);
        if (other != null && other.severity() != check.severity()) {
            return Optional.of(new Finding(placed.pointer() + "/severity", id + " is checked by '" + other.id()
                    + "' too, with severity " + other.severity().word() + ", here " + check.severity().word()));
        }
        if (leading && severity != check.severity()) {
            return Optional.of(new Finding(placed.pointer() + "/severity", "is " + check.severity().word() + ", but "
                    + framework + " gives " + id + " the severity " + severity.word()));
        }
        return Optional.empty();
    }
}
