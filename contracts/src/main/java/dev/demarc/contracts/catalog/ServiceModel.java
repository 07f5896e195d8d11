package dev.demarc.contracts.catalog;

import dev.demarc.contracts.Copies;
import java.util.List;

/** Who does what for one cloud service, in one immutable version; {@code controls} are those that its cells name, as they were at publication. */
public record ServiceModel(
        String key,
        int version,
        String name,
        String provider,
        ServiceClass serviceClass,
        DeliveryModel deliveryModel,
        String description,
        List<String> resourceTypes,
        List<Responsibility> responsibilities,
        List<UncheckedRequirement> unchecked,
        List<Control> controls,
        List<Source> sources) {

    /** Copies the collections; an absent one is empty. */
    public ServiceModel {
        resourceTypes = Copies.list(resourceTypes);
        responsibilities = Copies.list(responsibilities);
        unchecked = Copies.list(unchecked);
        controls = Copies.list(controls);
        sources = Copies.list(sources);
    }
}
