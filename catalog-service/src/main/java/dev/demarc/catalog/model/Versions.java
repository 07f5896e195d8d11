package dev.demarc.catalog.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** The version in force by key: of each service model the highest that is not only offered, unless that one is retired. */
    public SortedMap<String, VersionEntry> inForce() {
        SortedMap<String, VersionEntry> highest = new TreeMap<>();
        for (VersionEntry entry : taken()) {
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

    /** Those that are or were in force, which others than the catalog are told of. */
    public List<VersionEntry> taken() {
        return entries.stream().filter(entry -> !entry.origin().offered()).toList();
    }

    /** Those of one service model. */
    public Versions of(String key) {
        return new Versions(entries.stream().filter(entry -> entry.key().equals(key)).toList(),
                retirements.stream().filter(retirement -> retirement.key().equals(key)).toList());
    }

    /** The number after the highest, offered ones counted, of the versions of one service model. */
    public int next() {
        return entries.stream().mapToInt(VersionEntry::version).max().orElse(0) + 1;
    }

    /** The highest one, of the versions of one service model, that is not only offered. */
    public Optional<VersionEntry> latest() {
        return taken().stream().max(Comparator.comparingInt(VersionEntry::version));
    }

    /** The version that a bundled edition became. */
    public Optional<VersionEntry> ofEdition(int edition) {
        return entries.stream().filter(entry -> Integer.valueOf(edition).equals(entry.origin().edition()))
                .findFirst();
    }

    /** The version that a draft became. */
    public Optional<VersionEntry> ofDraft(long revision) {
        return entries.stream().filter(entry -> Long.valueOf(revision).equals(entry.origin().draftRevision()))
                .findFirst();
    }

    /**
     * Whether a new bundled edition of this service model comes into force by itself: where nothing was there before, or
     * where Demarc's own words are in force. What the company wrote, or took out of force, stays as it is.
     */
    public boolean followsEditions(String key) {
        VersionEntry inForce = inForce().get(key);
        return inForce == null ? entries.isEmpty() : inForce.origin().provenance() == Provenance.BUNDLED;
    }
}
