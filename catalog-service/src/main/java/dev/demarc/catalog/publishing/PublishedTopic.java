package dev.demarc.catalog.publishing;

import dev.demarc.catalog.model.Retirement;
import dev.demarc.catalog.model.VersionEntry;
import dev.demarc.catalog.model.Versions;
import dev.demarc.contracts.event.CatalogPublicationCompleted;
import dev.demarc.contracts.event.ServiceModelPublished;
import dev.demarc.contracts.event.ServiceModelRetired;
import dev.demarc.platform.events.CompactedTopicHandler;
import dev.demarc.platform.events.EventReader;
import dev.demarc.platform.events.Poison;
import dev.demarc.platform.events.Received;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands on the topic of service models, so that a publication knows what is missing there, whatever died when. */
public final class PublishedTopic implements CompactedTopicHandler {

    private final Map<String, String> digests = new HashMap<>();
    private final Map<String, Integer> retired = new HashMap<>();
    private @Nullable CatalogPublicationCompleted marker;
    private boolean contentAfterMarker;

    @Override
    public synchronized void put(Received received) throws Poison {
        switch (EventReader.read(received).event()) {
            case ServiceModelPublished published -> {
                digests.put(published.key(), published.digest());
                contentAfterMarker = true;
            }
            case ServiceModelRetired retirement -> {
                retired.put(retirement.serviceModel(), retirement.version());
                contentAfterMarker = true;
            }
            case CatalogPublicationCompleted completed -> {
                marker = completed;
                contentAfterMarker = false;
                notifyAll();
            }
            default -> throw new Poison("does not belong on the topic of service models");
        }
    }

    @Override
    public synchronized void removed(String key) {
        digests.remove(key);
        contentAfterMarker = true;
    }

    /** The versions that are not there, or not as they were stored, in the order of their publication. */
    synchronized List<VersionEntry> missing(Versions stored) {
        return stored.taken().stream().filter(entry -> !entry.digest().equals(digests.get(entry.id())))
                .sorted(Comparator.comparing(VersionEntry::publishedAt).thenComparing(VersionEntry::key)
                        .thenComparingInt(VersionEntry::version))
                .toList();
    }

    /** The retirements that are not there. */
    synchronized List<Retirement> missingRetirements(Versions stored) {
        return stored.retirements().stream()
                .filter(retirement -> !Integer.valueOf(retirement.version()).equals(retired.get(retirement.key())))
                .toList();
    }

    /** The revision of the last marker, 0 before the first. */
    synchronized long revision() {
        return marker == null ? 0 : marker.revision();
    }

    /** Waits until a marker of this revision or a later one was read; false where that takes longer than this. */
    synchronized boolean awaitRevision(long revision, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (revision() < revision) {
            long millis = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (millis <= 0) {
                return false;
            }
            wait(millis);
        }
        return true;
    }

    /** Whether all of it is there and the last marker ends it and names what is in force. */
    synchronized boolean has(Versions stored) {
        return missing(stored).isEmpty() && missingRetirements(stored).isEmpty() && marker != null
                && !contentAfterMarker && marker.inForce().equals(stored.marker());
    }
}
