package dev.demarc.contracts.event;

import dev.demarc.contracts.Copies;
import java.time.Instant;
import java.util.Map;

/**
 * The marker that ends a publication: all that stands before it belongs together; {@code inForce} gives the
 * version in force by service model, {@code revision} grows by one with each publication.
 */
public record CatalogPublicationCompleted(
        long revision,
        Map<String, Integer> inForce,
        Instant completedAt) implements Event {

    /** The one key of all markers, so that compaction keeps the last. */
    public static final String KEY = "publication-completed";

    /** Copies the versions. */
    public CatalogPublicationCompleted {
        inForce = Copies.map(inForce);
    }

    @Override
    public String key() {
        return KEY;
    }
}
