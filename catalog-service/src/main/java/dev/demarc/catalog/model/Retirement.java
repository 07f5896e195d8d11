package dev.demarc.catalog.model;

import java.time.Instant;

/** A service model that is out of force up to this version; a higher one puts it in force again. */
public record Retirement(
        String key,
        int version,
        Instant retiredAt) {}
