package dev.demarc.catalog.model;

import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.ServiceModel;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The same service model under another number, or with other controls. */
public final class ModelContent {

    private ModelContent() {}

    /** Under this number. */
    public static ServiceModel numbered(ServiceModel model, int version) {
        return with(model, version, model.controls());
    }

    /** With the controls that its cells name, by id, as they are here; one that is not here is left out. */
    public static ServiceModel withControls(ServiceModel model, int version, Map<String, Control> controls) {
        return with(model, version, model.responsibilities().stream().map(Responsibility::control).distinct().sorted()
                .map(controls::get).filter(Objects::nonNull).toList());
    }

    private static ServiceModel with(ServiceModel model, int version, List<Control> controls) {
        return new ServiceModel(model.key(), version, model.name(), model.provider(), model.serviceClass(),
                model.deliveryModel(), model.description(), model.resourceTypes(), model.responsibilities(),
                model.unchecked(), controls, model.sources());
    }
}
