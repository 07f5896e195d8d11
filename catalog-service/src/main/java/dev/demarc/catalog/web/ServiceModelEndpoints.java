package dev.demarc.catalog.web;

import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.catalog.model.VersionEntry;
import dev.demarc.catalog.model.Versions;
import dev.demarc.catalog.publishing.Catalog;
import dev.demarc.contracts.catalog.DeliveryModel;
import dev.demarc.contracts.catalog.ServiceClass;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.platform.web.NotFound;
import dev.demarc.platform.web.Page;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Service models and their versions; the entity tag of a version is its digest and whether it is in force. */
@RestController
@RequestMapping("/api/catalog/service-models")
public final class ServiceModelEndpoints {

    private final Catalog catalog;

    /** Reads from the catalog. */
    public ServiceModelEndpoints(Catalog catalog) {
        this.catalog = catalog;
    }

    @GetMapping
    Mono<Page<ServiceModelSummary>> list(@RequestParam @Nullable String provider,
            @RequestParam @Nullable String serviceClass, @RequestParam @Nullable String deliveryModel,
            @RequestParam @Nullable String q, @RequestParam @Nullable String limit,
            @RequestParam @Nullable String cursor) {
        List<String> providers = Filter.anyOf("provider", provider);
        List<ServiceClass> classes = Filter.anyOf("serviceClass", serviceClass, ServiceClass::of,
                "infrastructure, container, abstracted");
        List<DeliveryModel> models = Filter.anyOf("deliveryModel", deliveryModel, DeliveryModel::of,
                "iaas, paas, saas");
        List<String> words = Filter.words(q);
        return catalog.inForce().map(versions -> {
            List<ServiceModelSummary> found = versions.stream().filter(version -> {
                ServiceModel model = version.model();
                return Filter.allows(providers, model.provider()) && Filter.allows(classes, model.serviceClass())
                        && Filter.allows(models, model.deliveryModel())
                        && Filter.holds(words, model.key(), model.name(), model.description());
            }).map(ServiceModelSummary::of).toList();
            return Pages.of("service-models", found, ServiceModelSummary::key, limit, cursor);
        });
    }

    @GetMapping("/{provider}/{service}")
    Mono<ResponseEntity<ServiceModelVersion>> inForce(@PathVariable String provider, @PathVariable String service) {
        String key = provider + "/" + service;
        return catalog.versions(key).flatMap(versions -> Mono.justOrEmpty(versions.inForce().get(key)))
                .flatMap(entry -> catalog.version(key, entry.version()))
                .switchIfEmpty(Mono.error(() -> new NotFound("service model in force", key)))
                .map(version -> answer(version, true));
    }

    @GetMapping("/{provider}/{service}/versions")
    Mono<Page<VersionItem>> versions(@PathVariable String provider, @PathVariable String service,
            @RequestParam @Nullable String limit, @RequestParam @Nullable String cursor) {
        String key = provider + "/" + service;
        return catalog.versions(key).map(versions -> {
            if (versions.entries().isEmpty()) {
                throw new NotFound("service model", key);
            }
            List<VersionItem> items = versions.entries().stream()
                    .sorted(Comparator.comparingInt(VersionEntry::version).reversed())
                    .map(entry -> VersionItem.of(entry, isInForce(versions, entry)))
                    .toList();
            return Pages.of("versions:" + key, items, item -> newestFirst(item.version()), limit, cursor);
        });
    }

    @GetMapping("/{provider}/{service}/versions/{version}")
    Mono<ResponseEntity<ServiceModelVersion>> version(@PathVariable String provider, @PathVariable String service,
            @PathVariable int version) {
        String key = provider + "/" + service;
        return Mono.zip(catalog.version(key, version), catalog.versions(key))
                .switchIfEmpty(Mono.error(() -> new NotFound("service model version", key + "@" + version)))
                .map(found -> answer(found.getT1(), isInForce(found.getT2(), found.getT1().entry())));
    }

    private static boolean isInForce(Versions versions, VersionEntry entry) {
        VersionEntry inForce = versions.inForce().get(entry.key());
        return inForce != null && inForce.version() == entry.version();
    }

    /** Sorts as text from the highest version down. */
    private static String newestFirst(int version) {
        return "%010d".formatted(Integer.MAX_VALUE - version);
    }

    private static ResponseEntity<ServiceModelVersion> answer(PublishedVersion version, boolean inForce) {
        return ResponseEntity.ok().eTag(version.entry().digest() + (inForce ? "-in-force" : ""))
                .body(new ServiceModelVersion(version.model(), version.entry().digest(),
                        version.entry().publishedAt(), inForce));
    }
}
