package dev.demarc.catalog.web;

import dev.demarc.catalog.export.FrameworkRows;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.DeliveryModel;
import dev.demarc.contracts.catalog.ServiceClass;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.subject.SubjectKind;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Service models by controls: models by key, controls by domain and id, of these only those that have a cell; with a
 * framework only the cells that answer its requirements.
 */
public record Matrix(
        List<Column> serviceModels,
        List<Row> controls,
        List<Cell> cells,
        @Nullable FrameworkView framework) {

    /** A service model as an axis shows it. */
    public record Column(
            String key,
            int version,
            String name,
            String provider,
            ServiceClass serviceClass,
            DeliveryModel deliveryModel) {}

    /** A control as an axis shows it. */
    public record Row(
            String id,
            String title,
            String domain,
            SubjectKind subjectKind) {}

    static Matrix of(List<ServiceModel> models, Collection<Control> controls, @Nullable FrameworkRows framework) {
        Set<String> answering = framework == null ? Set.of() : answering(framework);
        List<Cell> cells = models.stream()
                .flatMap(model -> model.responsibilities().stream().map(cell -> Cell.of(model, cell)))
                .filter(cell -> framework == null || answering.contains(id(cell.serviceModel(), cell.control())))
                .toList();
        Set<String> named = cells.stream().map(Cell::control).collect(Collectors.toSet());
        return new Matrix(
                models.stream().map(model -> new Column(model.key(), model.version(), model.name(), model.provider(),
                        model.serviceClass(), model.deliveryModel())).toList(),
                controls.stream().filter(control -> named.contains(control.id()))
                        .sorted(Comparator.comparing(Control::domain).thenComparing(Control::id))
                        .map(it -> new Row(it.id(), it.title(), it.domain(), it.subjectKind())).toList(),
                cells, framework == null ? null : FrameworkView.of(framework));
    }

    private static Set<String> answering(FrameworkRows framework) {
        return framework.rows().stream().flatMap(row -> row.answers().stream())
                .map(answer -> id(answer.version().entry().key(), answer.control().id())).collect(Collectors.toSet());
    }

    private static String id(String serviceModel, String control) {
        return serviceModel + " " + control;
    }
}
