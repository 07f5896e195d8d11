package dev.demarc.catalog.web;

import java.time.Instant;

/** A version in the list of a service model's versions. */
public record VersionItem(
        int version,
        String digest,
        Instant publishedAt,
        boolean inForce) {}
