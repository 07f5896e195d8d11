package dev.demarc.catalog.publishing;

import dev.demarc.catalog.model.BundledCatalog;
import dev.demarc.catalog.model.PublishedVersion;
import dev.demarc.catalog.model.VersionEntry;
import dev.demarc.catalog.model.Versions;
import dev.demarc.contracts.catalog.Control;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** What is published, for readers; asks the store each time what is in force, and keeps the content of just that. */
public final class Catalog {

    private static final Comparator<PublishedVersion> OLDEST_FIRST = Comparator
            .comparing((PublishedVersion version) -> version.entry().publishedAt())
            .thenComparing(version -> version.entry().id());

    private final ServiceModelStore store;
    private final BundledCatalog bundled;
    private final AtomicReference<Map<String, PublishedVersion>> contents = new AtomicReference<>(Map.of());

    /** The bundled catalog adds the controls that no service model in force names. */
    public Catalog(ServiceModelStore store, BundledCatalog bundled) {
        this.store = store;
        this.bundled = bundled;
    }

    /** The versions in force, by key. */
    public Mono<List<PublishedVersion>> inForce() {
        return store.all().flatMap(versions -> contents(versions.inForce().values()));
    }

    /** All versions of a service model; none if it is not known. */
    public Mono<Versions> versions(String key) {
        return store.of(key);
    }

    /** One version; empty if there is none. */
    public Mono<PublishedVersion> version(String key, int version) {
        return store.find(key, version);
    }

    /** All controls by id: as the service models in force name them, of two the later published; and the bundled others. */
    public Mono<SortedMap<String, Control>> controls() {
        return inForce().map(versions -> {
            SortedMap<String, Control> controls = new TreeMap<>();
            bundled.controls().forEach(control -> controls.put(control.id(), control));
            versions.stream().sorted(OLDEST_FIRST)
                    .forEach(version -> version.model().controls().forEach(it -> controls.put(it.id(), it)));
            return controls;
        });
    }

    private Mono<List<PublishedVersion>> contents(Collection<VersionEntry> entries) {
        Map<String, PublishedVersion> known = contents.get();
        List<String> missing = entries.stream().map(VersionEntry::id).filter(id -> !known.containsKey(id)).toList();
        return store.find(missing).collectList().map(found -> {
            Map<String, PublishedVersion> all = found.stream()
                    .collect(Collectors.toMap(version -> version.entry().id(), Function.identity()));
            entries.forEach(entry -> {
                PublishedVersion version = known.get(entry.id());
                if (version != null) {
                    all.put(entry.id(), version);
                }
            });
            contents.set(Map.copyOf(all));
            return all.values().stream().sorted(Comparator.comparing(version -> version.entry().key())).toList();
        });
    }
}
