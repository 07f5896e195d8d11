package dev.demarc.assessment.application;

import dev.demarc.contracts.catalog.Check;
import dev.demarc.contracts.catalog.RelatedDocument;
import dev.demarc.contracts.catalog.Responsibility;
import dev.demarc.contracts.catalog.ServiceModel;
import dev.demarc.contracts.catalog.Variant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The service models in force as of one publication of the catalog; a judgement is made from one of these. */
public final class Models {

    private final long revision;
    private final Map<String, CompiledModel> byKey;
    private final Map<String, ServiceModel> versions;
    private final Map<String, CompiledModel> byType = new HashMap<>();
    private final Map<String, Set<String>> readers = new HashMap<>();
    private final Map<String, Set<String>> reads = new HashMap<>();

    /** Of these compiled models; {@code revision} is the publication's. */
    public Models(long revision, Map<String, CompiledModel> byKey) {
        this(revision, byKey, byKey.values().stream().map(CompiledModel::model).toList());
    }

    /** The same, with all versions that there ever were. */
    public Models(long revision, Map<String, CompiledModel> byKey, Collection<ServiceModel> versions) {
        this.revision = revision;
        this.byKey = Map.copyOf(byKey);
        this.versions = versions.stream()
                .collect(Collectors.toUnmodifiableMap(model -> name(model.key(), model.version()), model -> model));
        this.byKey.values().forEach(this::index);
    }

    private void index(CompiledModel compiled) {
        for (String type : compiled.model().resourceTypes()) {
            byType.put(type, compiled);
            compiled.model().responsibilities().stream().flatMap(Models::checks)
                    .filter(check -> check.appliesTo(type)).flatMap(check -> check.related().values().stream())
                    .map(RelatedDocument::type).forEach(read -> {
                        readers.computeIfAbsent(read, key -> new HashSet<>()).add(type);
                        reads.computeIfAbsent(type, key -> new HashSet<>()).add(read);
                    });
        }
    }

    private static Stream<Check> checks(Responsibility responsibility) {
        return Stream.concat(responsibility.checks().stream(),
                responsibility.variants().stream().map(Variant::checks).flatMap(List::stream));
    }

    /** The publication's. */
    public long revision() {
        return revision;
    }

    /** The model that covers a type; null where none does. */
    public @Nullable CompiledModel covering(String type) {
        return byType.get(type);
    }

    /** A model by its key; null where none is in force. */
    public @Nullable CompiledModel named(String key) {
        return byKey.get(key);
    }

    /** A version of a model, in force or not; null where it was never published. */
    public @Nullable ServiceModel version(String key, int version) {
        return versions.get(name(key, version));
    }

    private static String name(String key, int version) {
        return key + '@' + version;
    }

    /** All in force. */
    public Collection<CompiledModel> all() {
        return byKey.values();
    }

    /** The types whose checks read documents of this type. */
    public Set<String> readersOf(String type) {
        return readers.getOrDefault(type, Set.of());
    }

    /** The types of the documents that checks on this type read besides the subject. */
    public Set<String> readBy(String type) {
        return reads.getOrDefault(type, Set.of());
    }
}
