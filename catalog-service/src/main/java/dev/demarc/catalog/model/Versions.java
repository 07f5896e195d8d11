package dev.demarc.catalog.model;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All versions that were ever published, and what was retired. */
public record Versions(
        List<VersionEntry> entries,
        List<Retirement> retirements) {

    /** Copies the lists. */
    public Versions {
        entries = List.copyOf(entries);
        retirements = List.copyOf(retirements);
    }

    /** The version in force by key: of each service model the highest, unless that one is retired. */
    public SortedMap<String, VersionEntry> inForce() {
        SortedMap<String, VersionEntry> highest = new TreeMap<>();
        for (VersionEntry entry : entries) {
            highest.merge(entry.key(), entry, (one, other) -> one.version() >= other.version() ? one : other);
        }
        Map<String, Integer> retired = retirements.stream()
                .collect(Collectors.toMap(Retirement::key, Retirement::version, Math::max));
        highest.values().removeIf(entry -> entry.version() <= retired.getOrDefault(entry.key(), 0));
        return highest;
    }

    /** What the publication marker says of these versions. */
    public Map<String, Integer> marker() {
        return inForce().values().stream().collect(Collectors.toMap(VersionEntry::key, VersionEntry::version,
                (one, _) -> one, TreeMap::new));
    }
}
