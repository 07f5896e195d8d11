package dev.demarc.catalog.web;

import dev.demarc.catalog.compare.Comparison;
import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.catalog.publishing.Catalog;
import dev.demarc.platform.web.BadInput;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** "RDS or MySQL on EC2?" */
@RestController
public final class CompareEndpoint {

    private final Catalog catalog;

    /** Reads from the catalog. */
    public CompareEndpoint(Catalog catalog) {
        this.catalog = catalog;
    }

    @GetMapping("/api/catalog/compare")
    Mono<Comparison> compare(@RequestParam @Nullable String from, @RequestParam @Nullable String to) {
        List<String> before = required("from", from);
        List<String> after = required("to", to);
        return catalog.inForce().map(inForce -> Comparison.of(named(before, inForce), named(after, inForce)));
    }

    private static List<String> required(String field, @Nullable String text) {
        List<String> keys = Selections.keys(field, text);
        if (keys == null) {
            throw new BadInput(field, null, "keys of service models such as aws/ec2, separated by commas");
        }
        return keys;
    }

    private static List<PublishedVersion> named(List<String> keys, List<PublishedVersion> inForce) {
        Selections.exist(keys, inForce);
        return inForce.stream().filter(version -> keys.contains(version.entry().key())).toList();
    }
}
