package dev.demarc.catalog.web;

import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.contracts.catalog.DeliveryModel;
import dev.demarc.contracts.catalog.ServiceClass;
import dev.demarc.contracts.catalog.ServiceModel;
import java.time.Instant;
import java.util.List;

/** A service model in a list; cells and checks are counts, checks with those of the variants. */
public record ServiceModelSummary(
        String key,
        int version,
        String name,
        String provider,
        ServiceClass serviceClass,
        DeliveryModel deliveryModel,
        String description,
        List<String> resourceTypes,
        int responsibilities,
        int checks,
        String digest,
        Instant publishedAt) {

    static ServiceModelSummary of(PublishedVersion version) {
        ServiceModel model = version.model();
        int checks = model.responsibilities().stream().mapToInt(cell -> cell.checks().size()
                + cell.variants().stream().mapToInt(variant -> variant.checks().size()).sum()).sum();
        return new ServiceModelSummary(model.key(), model.version(), model.name(), model.provider(),
                model.serviceClass(), model.deliveryModel(), model.description(), model.resourceTypes(),
                model.responsibilities().size(), checks, version.entry().digest(), version.entry().publishedAt());
    }
}
