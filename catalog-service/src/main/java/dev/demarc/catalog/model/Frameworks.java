package dev.demarc.catalog.model;

import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.FrameworkMapping;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.catalog.UncheckedRequirement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The frameworks whose requirements are known, and whether what is mapped to them exists; others are not looked at. */
public final class Frameworks {

    private final Map<String, Framework> lists = new LinkedHashMap<>();
    private final Map<String, Map<String, Requirement>> known = new LinkedHashMap<>();

    /** A later list of the same framework replaces an earlier one. */
    public Frameworks(List<Framework> frameworks) {
        for (Framework framework : frameworks) {
            Map<String, Requirement> requirements = new LinkedHashMap<>();
            framework.requirements().forEach(it -> requirements.put(it.id(), it));
            lists.put(framework.framework(), framework);
            known.put(framework.framework(), requirements);
        }
    }

    /** A framework with its list. */
    public Optional<Framework> framework(String framework) {
        return Optional.ofNullable(lists.get(framework));
    }

    /** Those whose lists are known. */
    public Set<String> names() {
        return Collections.unmodifiableSet(lists.keySet());
    }

    /** All requirements of a framework in its order; none if it is not known. */
    public Collection<Requirement> requirements(String framework) {
        return known.getOrDefault(framework, Map.of()).values();
    }

    /** One requirement. */
    public Optional<Requirement> requirement(String framework, String id) {
        return Optional.ofNullable(known.getOrDefault(framework, Map.of()).get(id));
    }

    /** The mappings of a control that lead nowhere. */
    public List<Finding> findings(Control control) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < control.mappings().size(); i++) {
            FrameworkMapping mapping = control.mappings().get(i);
            exists("/mappings/" + i + "/requirement", mapping.framework(), mapping.requirement(), findings);
        }
        return findings;
    }

    /** What the checks of a model, and what it leaves unchecked, name without its existing for services of this provider. */
    public List<Finding> findings(ServiceModel model) {
        List<Finding> findings = new ArrayList<>();
        PlacedCheck.all(model).forEach(placed -> findings(placed.check(), model.provider())
                .forEach(finding -> findings.add(finding.below(placed.pointer()))));
        for (int i = 0; i < model.unchecked().size(); i++) {
            UncheckedRequirement it = model.unchecked().get(i);
            about(model.provider(), "/unchecked/" + i + "/framework", it.framework(), findings);
            exists("/unchecked/" + i + "/requirement", it.framework(), it.requirement(), findings);
        }
        return findings;
    }

    private List<Finding> findings(Check check, String provider) {
        List<Finding> findings = new ArrayList<>();
        check.frameworks().forEach((framework, ids) -> {
            about(provider, "/frameworks/" + framework, framework, findings);
            for (int i = 0; i < ids.size(); i++) {
                exists("/frameworks/" + framework + "/" + i, framework, ids.get(i), findings);
            }
        });
        return findings;
    }

    private void about(String provider, String pointer, String framework, List<Finding> findings) {
        framework(framework).filter(list -> !list.isAbout(provider)).ifPresent(list -> findings.add(new Finding(pointer,
                framework + " is about services of " + list.provider() + " alone, not of " + provider)));
    }

    private void exists(String pointer, String framework, String id, List<Finding> findings) {
        if (!known.containsKey(framework)) {
            return;
        }
        Optional<Requirement> found = requirement(framework, id);
        if (found.isEmpty()) {
            findings.add(new Finding(pointer, "there is no requirement '" + id + "' in " + framework));
        } else if (found.get().isWithdrawn()) {
            findings.add(new Finding(pointer, "'" + id + "' of " + framework + " was withdrawn by its publisher"));
        }
    }
}
