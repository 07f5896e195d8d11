package dev.demarc.catalog.model;

import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.ServiceModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What may stand once only in all service models together: resource types and ids of checks. */
public final class UniqueIds {

    private final Map<String, String> types = new HashMap<>();
    private final Map<String, CheckSite> checks = new HashMap<>();

    /** Adds a model, named as people know it; what stands in it and stood in one before. */
    public List<Finding> add(String name, ServiceModel model) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < model.resourceTypes().size(); i++) {
            String type = model.resourceTypes().get(i);
            String other = types.putIfAbsent(type, name);
            if (other != null) {
                findings.add(new Finding("/resourceTypes/" + i,
                        "the resource type '" + type + "' is there already, in " + other));
            }
        }
        for (int i = 0; i < model.responsibilities().size(); i++) {
            Responsibility cell = model.responsibilities().get(i);
            String pointer = "/responsibilities/" + i;
            checks(name, pointer, pointer + "/checks/", cell.checks(), findings);
            for (int j = 0; j < cell.variants().size(); j++) {
                checks(name, pointer, pointer + "/variants/" + j + "/checks/", cell.variants().get(j).checks(),
                        findings);
            }
        }
        return findings;
    }

    private void checks(String name, String cell, String list, List<Check> added, List<Finding> findings) {
        for (int i = 0; i < added.size(); i++) {
            Check check = added.get(i);
            CheckSite other = checks.putIfAbsent(check.id(), new CheckSite(name, cell, list, check));
            if (other == null || other.isRepeatedBy(name, cell, list, check)) {
                continue;
            }
            findings.add(new Finding(list + i + "/id", "the check '" + check.id() + "' is there already"
                    + (other.model().equals(name)
                            ? "; only a variant may repeat a check of its cell, word by word"
                            : ", in " + other.model())));
        }
    }

    private record CheckSite(
            String model,
            String cell,
            String list,
            Check check) {

        boolean isRepeatedBy(String otherModel, String otherCell, String otherList, Check other) {
            return model.equals(otherModel) && cell.equals(otherCell) && !list.equals(otherList)
                    && check.equals(other);
        }
    }
}
