package dev.demarc.catalog.web;

import dev.demarc.catalog.export.FrameworkRows;
import dev.demarc.catalog.export.Selection;
import dev.demarc.catalog.model.Frameworks;
import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.catalog.oscal.ComponentDefinition;
import dev.demarc.catalog.oscal.OscalJson;
import dev.demarc.catalog.oscal.Source;
import dev.demarc.catalog.oscal.SystemSecurityPlan;
import dev.demarc.catalog.publishing.Catalog;
import dev.demarc.platform.web.Download;
import dev.demarc.platform.web.BadInput;
import dev.demarc.platform.web.NotFound;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Service models in force as OSCAL documents. */
@RestController
@RequestMapping("/api/catalog/oscal")
public final class OscalEndpoints {

    private static final String NIST = "nist-800-53-r5";

    private final Catalog catalog;
    private final Frameworks frameworks;

    /** Reads from the catalog. */
    public OscalEndpoints(Catalog catalog, Frameworks frameworks) {
        this.catalog = catalog;
        this.frameworks = frameworks;
    }

    @GetMapping("/component-definition")
    Mono<ResponseEntity<Flux<DataBuffer>>> componentDefinition(@RequestParam @Nullable String provider,
            @RequestParam @Nullable String service, @RequestParam @Nullable String deliveryModel,
            @RequestParam @Nullable String framework) {
        Selection selection = Selections.of(provider, service, deliveryModel, framework);
        return catalog.inForce().map(inForce -> {
            List<PublishedVersion> versions = selected(selection, inForce);
            Collection<String> asked = selection.framework() == null
                    ? Selections.frameworks(frameworks, inForce)
                    : List.of(selection.framework());
            Source source = new Source(versions,
                    asked.stream().map(it -> rows(it, inForce, versions)).toList());
            return download("component-definition", selection, ComponentDefinition.of(source));
        });
    }

    @GetMapping("/system-security-plan")
    Mono<ResponseEntity<Flux<DataBuffer>>> systemSecurityPlan(@RequestParam @Nullable String provider,
            @RequestParam @Nullable String service, @RequestParam @Nullable String deliveryModel,
            @RequestParam @Nullable String framework) {
        Selection selection = Selections.of(provider, service, deliveryModel, framework);
        String by = Optional.ofNullable(selection.framework()).orElse(NIST);
        return catalog.inForce().map(inForce -> {
            List<PublishedVersion> versions = selected(selection, inForce);
            List<String> providers = versions.stream().map(version -> version.model().provider()).distinct().toList();
            if (providers.size() > 1) {
                throw new BadInput("provider", provider,
                        "one provider, or services of one: a plan is about one system; these are of "
                                + String.join(", ", providers));
            }
            FrameworkRows rows = rows(by, inForce, versions);
            if (rows.rows().stream().allMatch(row -> row.answers().isEmpty())) {
                throw new BadInput("framework", by, "a framework that one of the selected services answers",
                        "no service of " + selection.text() + " answers a requirement of " + by
                                + ", and a plan without any is not valid OSCAL");
            }
            return download("system-security-plan", selection,
                    SystemSecurityPlan.of(providers.getFirst(), rows, versions));
        });
    }

    private static List<PublishedVersion> selected(Selection selection, List<PublishedVersion> inForce) {
        List<PublishedVersion> versions = Selections.select(selection, inForce);
        if (versions.isEmpty()) {
            throw new NotFound("service model in force of", selection.text());
        }
        return versions;
    }

    private FrameworkRows rows(String framework, List<PublishedVersion> inForce, List<PublishedVersion> versions) {
        return Selections.rows(framework, frameworks, inForce, versions);
    }

    private static ResponseEntity<Flux<DataBuffer>> download(String kind, Selection selection, Object document) {
        return Download.of("demarc-" + kind + "-" + selection.slug() + ".json", MediaType.APPLICATION_JSON,
                out -> OscalJson.write(document, out));
    }
}
