package dev.demarc.embedded.store;

import org.h2.mvstore.MVMap;

/** A fact about a collection that, once true, is kept in its file. */
final class StickyFlag {

    private final MVMap<String, String> facts;
    private final String name;
    private volatile boolean set;

    StickyFlag(MVMap<String, String> facts, String name) {
        this.facts = facts;
        this.name = name;
        set = facts.containsKey(name);
    }

    boolean isSet() {
        return set;
    }

    void set() {
        if (!set) {
            facts.put(name, "true");
            set = true;
        }
    }
}
