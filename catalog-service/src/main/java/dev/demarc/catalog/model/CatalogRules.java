package dev.demarc.catalog.model;

import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.ServiceModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
                modelFiles.stream()
                        .map(file -> ModelContent.withControls(file.content(), file.content().version(), controls))
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
        UniqueIds ids = new UniqueIds();
        for (SourceFile<ServiceModel> file : files) {
            ServiceModel model = file.content();
            String expected = (file.name().contains("/") ? model.key() : service(model)) + ".yaml";
            if (!file.name().endsWith(expected)) {
                problem(file, "/key", "'" + model.key() + "' belongs in a file " + expected);
            }
            unique(file, "/key", "service model", model.key(), keys);
            modelRules.findings(model, controls).forEach(finding -> problems.add(file.problem(finding)));
            ids.add(file.name(), model).forEach(finding -> problems.add(file.problem(finding)));
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
}
