package dev.demarc.assessment.model;

import dev.demarc.contracts.context.Selector;
import dev.demarc.contracts.context.Workload;
import dev.demarc.contracts.subject.SubjectRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the workloads that claim a resource without trying each: by named resource, by one of the tags, by account. */
final class WorkloadIndex {

    private static final Comparator<Workload> MOST_SPECIFIC_FIRST = Comparator
            .<Workload>comparingInt(workload -> workload.selector().tags().size()).reversed()
            .thenComparing(workload -> workload.selector().accounts().isEmpty()).thenComparing(Workload::id);

    private final Map<String, Workload> all;
    private final Map<String, List<Workload>> byResource = new HashMap<>();
    private final Map<Map.Entry<String, String>, List<Workload>> byTag = new HashMap<>();
    private final Map<String, List<Workload>> byAccount = new HashMap<>();

    private WorkloadIndex(Map<String, Workload> all) {
        this.all = all;
        all.values().forEach(this::add);
    }

    static WorkloadIndex of(Map<String, Workload> workloads) {
        return new WorkloadIndex(workloads);
    }

    private void add(Workload workload) {
        Selector selector = workload.selector();
        selector.resources()
                .forEach(id -> byResource.computeIfAbsent(id, key -> new ArrayList<>()).add(workload));
        if (!selector.tags().isEmpty()) {
            Map.Entry<String, String> tag = selector.tags().entrySet().iterator().next();
            byTag.computeIfAbsent(Map.entry(tag.getKey(), tag.getValue()), key -> new ArrayList<>()).add(workload);
        } else {
            selector.accounts()
                    .forEach(id -> byAccount.computeIfAbsent(id, key -> new ArrayList<>()).add(workload));
        }
    }

    Map<String, Workload> all() {
        return all;
    }

    /** Those that name the resource first, by id, then those with more tags, then those that name accounts, then by id. */
    List<Workload> claims(SubjectRef subject, Map<String, String> tags) {
        Set<Workload> claims = new LinkedHashSet<>(Stream.of(subject.nativeId(), subject.id())
                .flatMap(id -> byResource.getOrDefault(id, List.of()).stream())
                .sorted(Comparator.comparing(Workload::id)).toList());
        List<Workload> selected = new ArrayList<>();
        tags.forEach((key, value) -> byTag.getOrDefault(Map.entry(key, value), List.of()).stream()
                .filter(workload -> matches(workload.selector(), subject, tags)).forEach(selected::add));
        selected.addAll(byAccount.getOrDefault(subject.account(), List.of()));
        claims.addAll(selected.stream().sorted(MOST_SPECIFIC_FIRST).toList());
        return List.copyOf(claims);
    }

    private static boolean matches(Selector selector, SubjectRef subject, Map<String, String> tags) {
        return (selector.accounts().isEmpty() || selector.accounts().contains(subject.account()))
                && tags.entrySet().containsAll(selector.tags().entrySet());
    }
}
