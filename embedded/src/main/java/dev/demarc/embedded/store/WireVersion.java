package dev.demarc.embedded.store;

import java.util.List;

import de.bwaldvogel.mongo.MongoVersion;

/** What clients are told: the oldest version that current drivers and shells still accept. */
enum WireVersion implements MongoVersion {
    MONGO_4_4;

    private static final int WIRE = 9;

    @Override
    public List<Integer> getVersionArray() {
        return List.of(4, 4, 0);
    }

    @Override
    public int getWireVersion() {
        return WIRE;
    }
}
