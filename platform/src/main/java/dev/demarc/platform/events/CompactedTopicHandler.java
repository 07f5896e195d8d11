package dev.demarc.platform.events;

/** What is done with each record of a compacted topic, in the topic's order, on the reader's own thread. */
public interface CompactedTopicHandler {

    /** A record; comes again after a restart. Outages are waited for; poison and other exceptions are logged, counted and skipped. */
    void put(Received record) throws Poison;

    /** A tombstone: the key is gone. */
    void removed(String key);
}
