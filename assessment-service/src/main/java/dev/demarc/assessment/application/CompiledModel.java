package dev.demarc.assessment.application;

import dev.demarc.checks.CheckLanguage;
import dev.demarc.checks.CompiledCheck;
import dev.demarc.checks.CompiledPredicate;
import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Observability;
import dev.demarc.contracts.catalog.Ownership;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.catalog.Severity;
import dev.demarc.contracts.catalog.Variant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A service model with its expressions compiled, and for each type the cells with just the checks that are about it. */
public final class CompiledModel {

    private final ServiceModel model;
    private final Map<String, List<Cell>> byType;

    private CompiledModel(ServiceModel model, Map<String, List<Cell>> byType) {
        this.model = model;
        this.byType = byType;
    }

    /** One responsibility as it holds for a type; of the variants the first match wins. */
    public record Cell(Control control, Responsibility responsibility, Part part, List<ConditionalPart> variants) {}

    /** What a responsibility, or a variant of it, says. */
    public record Part(Ownership ownership, @Nullable String provided, @Nullable String responsibility,
            Observability observability, Severity severity, List<CompiledCheck> checks) {}

    /** A variant: its part holds where the predicate is true. */
    public record ConditionalPart(String name, CompiledPredicate when, Part part) {}

    /** Compiles all expressions; the catalog has validated them, so a failure is a defect and throws. */
    public static CompiledModel of(CheckLanguage language, ServiceModel model) {
        Compiler compiler = new Compiler(language);
        Map<String, Control> controls = new HashMap<>();
        model.controls().forEach(control -> controls.put(control.id(), control));
        Map<String, List<Cell>> byType = new HashMap<>();
        for (String type : model.resourceTypes()) {
            byType.put(type, model.responsibilities().stream()
                    .map(cell -> compiler.cell(type, cell, control(controls, cell.control(), model))).toList());
        }
        return new CompiledModel(model, byType);
    }

    private static Control control(Map<String, Control> controls, String id, ServiceModel model) {
        Control control = controls.get(id);
        if (control == null) {
            throw new IllegalArgumentException(
                    "service model " + model.key() + " version " + model.version() + " lacks its control " + id);
        }
        return control;
    }

    /** Compiles each variant's predicate and each check once, however many cells and types have it; the same predicate is the same object. */
    private static final class Compiler {

        private final CheckLanguage language;
        private final Map<String, CompiledPredicate> predicates = new HashMap<>();
        private final Map<Check, CompiledCheck> checks = new HashMap<>();

        Compiler(CheckLanguage language) {
            this.language = language;
        }

        Cell cell(String type, Responsibility cell, Control control) {
            Part base = new Part(cell.ownership(), cell.provided(), cell.responsibility(), cell.observability(),
                    cell.severity(), compiled(type, cell.checks()));
            return new Cell(control, cell, base,
                    cell.variants().stream().map(variant -> conditional(type, variant)).toList());
        }

        private ConditionalPart conditional(String type, Variant variant) {
            return new ConditionalPart(variant.name(),
                    predicates.computeIfAbsent(variant.when(), language::compile),
                    new Part(variant.ownership(), variant.provided(), variant.responsibility(),
                            variant.observability(), variant.severity(), compiled(type, variant.checks())));
        }

        private List<CompiledCheck> compiled(String type, List<Check> all) {
            return all.stream().filter(check -> check.appliesTo(type))
                    .map(check -> checks.computeIfAbsent(check, it -> CompiledCheck.of(language, it))).toList();
        }
    }

    /** The model. */
    public ServiceModel model() {
        return model;
    }

    /** The cells for one of the model's types, in the model's order. */
    public List<Cell> cells(String type) {
        return byType.getOrDefault(type, List.of());
    }
}
