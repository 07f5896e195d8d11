package dev.demarc.catalog.model;

import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.ServiceModel;
import java.util.List;

/** The catalog that comes with the installation: controls by id, models by key, each with the controls that it names. */
public record BundledCatalog(
        List<Control> controls,
        List<ServiceModel> models) {

    /** Copies the lists. */
    public BundledCatalog {
        controls = List.copyOf(controls);
        models = List.copyOf(models);
    }
}
