package dev.demarc.catalog.model;

import java.time.Instant;

/** A version of a service model that was published, without its content; times have milliseconds. */
public record VersionEntry(
        String key,
        int version,
        String digest,
        Instant publishedAt,
        Origin origin) {

    /** The id that is the same in the store, on the topic and in events: {@code aws/s3@1}. */
    public String id() {
        return id(key, version);
    }

    /** The id of a version. */
    public static String id(String key, int version) {
        return key + "@" + version;
    }
}
