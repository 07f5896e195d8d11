package dev.demarc.catalog.web;

import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.catalog.publishing.Catalog;
import dev.demarc.contracts.catalog.Control;
import dev.demarc.contracts.catalog.FrameworkMapping;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.platform.web.NotFound;
import dev.demarc.platform.web.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Controls, and who owns them. */
@RestController
@RequestMapping("/api/catalog")
public final class ControlEndpoints {

    private final Catalog catalog;

    /** Reads from the catalog. */
    public ControlEndpoints(Catalog catalog) {
        this.catalog = catalog;
    }

    @GetMapping("/controls")
    Mono<Page<Control>> list(@RequestParam @Nullable String domain, @RequestParam @Nullable String framework,
            @RequestParam @Nullable String q, @RequestParam @Nullable String limit,
            @RequestParam @Nullable String cursor) {
        List<String> domains = Filter.anyOf("domain", domain);
        List<String> frameworks = Filter.anyOf("framework", framework);
        List<String> words = Filter.words(q);
        return catalog.controls().map(controls -> {
            List<Control> found = controls.values().stream()
                    .filter(control -> Filter.allows(domains, control.domain())
                            && (frameworks == null || control.mappings().stream().map(FrameworkMapping::framework)
                                    .anyMatch(frameworks::contains))
                            && Filter.holds(words, control.id(), control.title(), control.description()))
                    .toList();
            return Pages.of("controls", found, Control::id, limit, cursor);
        });
    }

    @GetMapping("/controls/{id}")
    Mono<ControlDetail> one(@PathVariable String id) {
        return Mono.zip(catalog.controls(), catalog.inForce()).map(found -> {
            Control control = found.getT1().get(id);
            if (control == null) {
                throw new NotFound("control", id);
            }
            List<Cell> cells = found.getT2().stream().map(PublishedVersion::model)
                    .flatMap(model -> cells(model, id).stream()).toList();
            return new ControlDetail(control, cells);
        });
    }

    private static List<Cell> cells(ServiceModel model, String control) {
        return model.responsibilities().stream().filter(cell -> cell.control().equals(control))
                .map(cell -> Cell.of(model, cell)).toList();
    }
}
