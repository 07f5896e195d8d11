package dev.demarc.catalog.web;

import dev.demarc.catalog.export.FrameworkRows;
import dev.demarc.catalog.model.Frameworks;
import dev.demarc.catalog.publishing.Catalog;
import dev.demarc.platform.web.Page;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The frameworks of which a matrix can be had: those with a list, and those that something in force is mapped to. */
@RestController
@RequestMapping("/api/catalog/frameworks")
public final class FrameworkEndpoint {

    private final Catalog catalog;
    private final Frameworks frameworks;

    /** Of these lists and what the catalog is mapped to. */
    public FrameworkEndpoint(Catalog catalog, Frameworks frameworks) {
        this.catalog = catalog;
        this.frameworks = frameworks;
    }

    @GetMapping
    Mono<Page<FrameworkItem>> list(@RequestParam @Nullable String q, @RequestParam @Nullable String limit,
            @RequestParam @Nullable String cursor) {
        List<String> words = Filter.words(q);
        return Mono.zip(catalog.inForce(), catalog.controls()).map(found -> {
            List<FrameworkItem> items = FrameworkRows.all(frameworks, found.getT1()).stream()
                    .map(rows -> FrameworkItem.of(rows, found.getT2().values()))
                    .filter(item -> Filter.holds(words, item.id(), Objects.requireNonNullElse(item.title(), "")))
                    .toList();
            return Pages.of("frameworks", items, FrameworkItem::id, limit, cursor);
        });
    }
}
