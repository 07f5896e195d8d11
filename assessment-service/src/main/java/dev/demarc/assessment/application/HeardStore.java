package dev.demarc.assessment.application;

import java.time.Instant;
import java.util.Map;

/** When each account was last heard of; blocking. */
public interface HeardStore {

    /** An account by its subject id, and what spoke of it. */
    record Key(String account, String source) {}

    /** Keeps the moment unless a later one is known. */
    void heard(Key key, Instant when);

    /** The last moment by source. */
    Map<String, Instant> lastHeard(String account);
}
