package dev.demarc.catalog.model;

import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.ServiceModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whether all files together make one catalog: ids that are unique over all of them, references that lead somewhere. */
public final class CatalogRules {

    private final ModelRules modelRules;
    private final List<CatalogProblem> problems = new ArrayList<>();

    private CatalogRules(ModelRules modelRules) {
        this.modelRules = modelRules;
    }

    /** The catalog that the files make; throws {@link InvalidCatalog} with all problems of all files. */
    public static BundledCatalog catalog(ModelRules modelRules, List<SourceFile<List<Control>>> controlFiles,
            List<SourceFile<ServiceModel>> modelFiles, List<CatalogProblem> earlier) {
        return catalog(modelRules, controlFiles, modelFiles, earlier, List.of());
    }

    /** The same, where more controls may be named than the files have; a file's control goes before one of these. */
    public static BundledCatalog catalog(ModelRules modelRules, List<SourceFile<List<Control>>> controlFiles,
            List<SourceFile<ServiceModel>> modelFiles, List<CatalogProblem> earlier, List<Control> known) {
        CatalogRules rules = new CatalogRules(modelRules);
        rules.problems.addAll(earlier);
        SortedMap<String, Control> controls = rules.controls(controlFiles);
        known.forEach(control -> controls.putIfAbsent(control.id(), control));
        rules.models(modelFiles, controls);
        if (!rules.problems.isEmpty()) {
            throw new InvalidCatalog(rules.problems);
        }
        return new BundledCatalog(List.copyOf(controls.values()),
                modelFiles.stream().map(file -> withControls(file.content(), controls))
                        .sorted(Comparator.comparing(ServiceModel::key)).toList());
    }

    private SortedMap<String, Control> controls(List<SourceFile<List<Control>>> files) {
        SortedMap<String, Control> controls = new TreeMap<>();
        for (SourceFile<List<Control>> file : files) {
            for (int i = 0; i < file.content().size(); i++) {
                Control control = file.content().get(i);
                if (controls.putIfAbsent(control.id(), control) != null) {
                    problem(file, "/controls/" + i + "/id", "the control '" + control.id() + "' is there already");
                }
            }
        }
        return controls;
    }

    private void models(List<SourceFile<ServiceModel>> files, Map<String, Control> controls) {
        Map<String, String> keys = new HashMap<>();
        Map<String, String> types = new HashMap<>();
        Map<String, CheckSite> checks = new HashMap<>();
        for (SourceFile<ServiceModel> file : files) {
            ServiceModel model = file.content();
            String expected = (file.name().contains("/") ? model.key() : service(model)) + ".yaml";
            if (!file.name().endsWith(expected)) {
                problem(file, "/key", "'" + model.key() + "' belongs in a file " + expected);
            }
            unique(file, "/key", "service model", model.key(), keys);
            for (int i = 0; i < model.resourceTypes().size(); i++) {
                unique(file, "/resourceTypes/" + i, "resource type", model.resourceTypes().get(i), types);
            }
            modelRules.findings(model, controls).forEach(finding -> problems.add(file.problem(finding)));
            for (int i = 0; i < model.responsibilities().size(); i++) {
                checkIds(file, "/responsibilities/" + i, model.responsibilities().get(i), checks);
            }
        }
    }

    private void checkIds(SourceFile<ServiceModel> file, String pointer, Responsibility cell,
            Map<String, CheckSite> seen) {
        String site = file.name() + pointer;
        checkIds(file, pointer + "/checks/", site, cell.checks(), seen);
        for (int i = 0; i < cell.variants().size(); i++) {
            checkIds(file, pointer + "/variants/" + i + "/checks/", site, cell.variants().get(i).checks(), seen);
        }
    }

    private void checkIds(SourceFile<ServiceModel> file, String pointer, String site, List<Check> checks,
            Map<String, CheckSite> seen) {
        for (int i = 0; i < checks.size(); i++) {
            Check check = checks.get(i);
            CheckSite other = seen.putIfAbsent(check.id(), new CheckSite(site, pointer, check));
            boolean repeated = other != null && other.cell().equals(site) && !other.list().equals(pointer)
                    && other.check().equals(check);
            if (other != null && !repeated) {
                problem(file, pointer + i + "/id", "the check '" + check.id()
                        + "' is there already; only a variant may repeat a check of its cell, word by word");
            }
        }
    }

    private void unique(SourceFile<?> file, String pointer, String kind, String id, Map<String, String> seen) {
        String other = seen.putIfAbsent(id, file.name());
        if (other != null) {
            problem(file, pointer, "the " + kind + " '" + id + "' is there already, in " + other);
        }
    }

    private static String service(ServiceModel model) {
        return model.key().substring(model.key().indexOf('/') + 1);
    }

    private void problem(SourceFile<?> file, String pointer, String problem) {
        problems.add(file.problem(new Finding(pointer, problem)));
    }

    private static ServiceModel withControls(ServiceModel model, Map<String, Control> controls) {
        List<Control> named = model.responsibilities().stream().map(Responsibility::control).distinct().sorted()
                .map(controls::get).filter(Objects::nonNull).toList();
        return new ServiceModel(model.key(), model.version(), model.name(), model.provider(), model.serviceClass(),
                model.deliveryModel(), model.description(), model.resourceTypes(), model.responsibilities(),
                model.unchecked(), named, model.sources());
    }

    private record CheckSite(
            String cell,
            String list,
            Check check) {}
}
