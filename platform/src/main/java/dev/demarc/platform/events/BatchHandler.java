package dev.demarc.platform.events;

import java.util.List;

/**
 * Processes a batch; when it returns, everything is stored and published, and the offsets are committed. It must be
 * idempotent: records come again after an outage, a crash or a rebalance.
 */
@FunctionalInterface
public interface BatchHandler {

    /**
     * Handles all records, at most 500, in order per partition. Throws {@link PoisonAt} for the first bad one: nothing
     * of the batch need have been done by then, for the records before it are handed in again, and those after it are
     * delivered again. An outage ({@link dev.demarc.platform.runtime.Unavailable} or the drivers' own exceptions) is
     * waited for. On any other exception the records are handed in one by one, and the one that fails alone is poison.
     */
    void handle(List<Received> records) throws PoisonAt;
}
