package dev.demarc.catalog.authoring;

import dev.demarc.catalog.authoring.Coverage.Group;
import dev.demarc.catalog.authoring.Coverage.SecurityHub;
import dev.demarc.catalog.model.Frameworks;
import dev.demarc.catalog.model.Requirement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Security Hub's controls against what service models say of them. A group is looked at if a model names one of its ids
 * or has its name; it is the model's own that has its name, else that which names most of its ids.
 */
final class SecurityHubCoverage {

    private static final String FRAMEWORK = "aws-security-hub";
    private static final String PERIODIC = "periodic";

    private final Map<String, List<Requirement>> groups = new TreeMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Set<String> accounted = new HashSet<>();
    private final Set<String> checked = new HashSet<>();

    SecurityHubCoverage(Frameworks frameworks, List<ModelCoverage> models) {
        for (ModelCoverage model : models) {
            accounted.addAll(model.accounted(FRAMEWORK));
            checked.addAll(model.checked(FRAMEWORK));
        }
        Map<String, List<Requirement>> all = new LinkedHashMap<>();
        frameworks.requirements(FRAMEWORK)
                .forEach(it -> all.computeIfAbsent(group(it), _ -> new ArrayList<>()).add(it));
        all.forEach((group, requirements) -> owner(group, requirements, models).ifPresent(model -> {
            groups.put(group, requirements);
            owners.put(group, model.model().key());
        }));
    }

    private static String group(Requirement requirement) {
        return requirement.group() == null ? requirement.id() : requirement.group();
    }

    private static Optional<ModelCoverage> owner(String group, List<Requirement> requirements,
            List<ModelCoverage> models) {
        return models.stream().filter(model -> isNamed(model, group)).findFirst()
                .or(() -> models.stream().filter(model -> named(model, requirements) > 0)
                        .max(Comparator.comparingLong(model -> named(model, requirements))));
    }

    private static boolean isNamed(ModelCoverage model, String group) {
        String key = model.model().key();
        return key.startsWith("aws/")
                && key.substring("aws/".length()).replace("-", "").equals(group.toLowerCase(Locale.ROOT));
    }

    private static long named(ModelCoverage model, List<Requirement> requirements) {
        Set<String> accounted = model.accounted(FRAMEWORK);
        return requirements.stream().filter(it -> accounted.contains(it.id())).count();
    }

    /** Each group by its trigger. */
    List<Group> groups() {
        Predicate<Requirement> periodic = it -> PERIODIC.equals(it.trigger());
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(),
                        count(group.getValue().stream().filter(periodic.negate()).toList()),
                        count(group.getValue().stream().filter(periodic).toList())))
                .toList();
    }

    /** The ids that a model names and the missing ones of its own groups, whatever their trigger. */
    SecurityHub of(ModelCoverage model) {
        Set<String> own = model.accounted(FRAMEWORK);
        return count(groups.entrySet().stream().flatMap(group -> group.getValue().stream()
                .filter(it -> own.contains(it.id())
                        || (model.model().key().equals(owners.get(group.getKey())) && !accounted.contains(it.id()))))
                .toList());
    }

    private SecurityHub count(List<Requirement> requirements) {
        return new SecurityHub(requirements.size(),
                (int) requirements.stream().filter(it -> accounted.contains(it.id())).count(),
                (int) requirements.stream().filter(it -> checked.contains(it.id())).count(),
                requirements.stream().map(Requirement::id).filter(id -> !accounted.contains(id)).toList());
    }
}
