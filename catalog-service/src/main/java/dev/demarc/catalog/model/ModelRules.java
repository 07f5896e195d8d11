package dev.demarc.catalog.model;

import dev.demarc.checks.CheckLanguage;
import dev.demarc.contracts.Words;
import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Observability;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.catalog.Variant;
import dev.demarc.contracts.subject.SubjectKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a service model is right in itself, given the controls that there are. */
public final class ModelRules {

    private static final Set<SubjectKind> CONFIGURED = Set.of(SubjectKind.RESOURCE, SubjectKind.ACCOUNT);

    private final CheckRules checkRules;

    /** Checks are compiled with this language. */
    public ModelRules(CheckLanguage language) {
        this.checkRules = new CheckRules(language);
    }

    /** Everything that is wrong with it; empty if nothing is. */
    public List<Finding> findings(ServiceModel model, Map<String, Control> controls) {
        List<Finding> findings = new ArrayList<>();
        if (!model.key().startsWith(model.provider() + "/")) {
            findings.add(new Finding("/key",
                    "'" + model.key() + "' does not begin with the provider '" + model.provider() + "/'"));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < model.responsibilities().size(); i++) {
            Responsibility cell = model.responsibilities().get(i);
            String pointer = "/responsibilities/" + i;
            if (!seen.add(cell.control())) {
                findings.add(new Finding(pointer + "/control", "'" + cell.control() + "' has a cell already"));
            }
            control(cell, controls.get(cell.control())).forEach(finding -> findings.add(finding.below(pointer)));
            cell(cell, model.resourceTypes()).forEach(finding -> findings.add(finding.below(pointer)));
        }
        findings.addAll(UncheckedRules.findings(model));
        return findings;
    }

    private static List<Finding> control(Responsibility cell, @Nullable Control control) {
        if (control == null) {
            return List.of(new Finding("/control", "there is no control '" + cell.control() + "'"));
        }
        if (cell.observability() == Observability.CONFIG && !CONFIGURED.contains(control.subjectKind())) {
            return List.of(new Finding("/observability", "'" + cell.control() + "' is about "
                    + Words.of(control.subjectKind()) + " subjects, which have no configuration"));
        }
        return List.of();
    }

    private List<Finding> cell(Responsibility cell, List<String> types) {
        List<Finding> findings = new ArrayList<>(PartRules.of(cell).findings());
        findings.addAll(checks(cell.checks(), types));
        Set<String> names = new HashSet<>();
        for (int i = 0; i < cell.variants().size(); i++) {
            Variant variant = cell.variants().get(i);
            String pointer = "/variants/" + i;
            if (!names.add(variant.name())) {
                findings.add(new Finding(pointer + "/name", "'" + variant.name() + "' is there already"));
            }
            findings.addAll(checkRules.onSubjectOnly(pointer + "/when", variant.when()));
            PartRules.of(variant).findings().forEach(finding -> findings.add(finding.below(pointer)));
            checks(variant.checks(), types).forEach(finding -> findings.add(finding.below(pointer)));
        }
        return findings;
    }

    private List<Finding> checks(List<Check> checks, List<String> types) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < checks.size(); i++) {
            String pointer = "/checks/" + i;
            checkRules.findings(checks.get(i), types).forEach(finding -> findings.add(finding.below(pointer)));
        }
        return findings;
    }
}
